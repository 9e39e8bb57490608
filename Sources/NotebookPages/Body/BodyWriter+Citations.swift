import Bibliography
import Documents
import NotebookSyntax

/// The names by which citations find their entries in the list of references.
enum ReferenceAnchor {
  static func entry(_ key: String) -> String { "ref-" + key }
}

extension BodyWriter {
  /// `Bridle (1990)`, or `(see Bridle, 1990, p. 3; Gao and Pavel, 2017)`.
  mutating func nodes(for citation: Citation) -> [HTMLNode] {
    guard citation.isNarrative, let item = citation.items.first else {
      var nodes: [HTMLNode] = [.text("(")]
      for (index, item) in citation.items.enumerated() {
        if index > 0 { nodes.append(.text("; ")) }
        nodes += parenthetical(item)
      }
      return nodes + [.text(")")]
    }
    return narrative(item)
  }

  private mutating func parenthetical(_ item: Citation.Item) -> [HTMLNode] {
    var nodes = item.prefix.isEmpty ? [] : self.nodes(item.prefix) + [.text(" ")]
    if let label = context.citationLabel(of: item.key) {
      let authors =
        item.omitsAuthors ? [] : self.nodes(label.authors, citedAt: item.range) + [.text(", ")]
      nodes.append(link(to: item.key, authors + [.text(label.year)]))
    } else {
      nodes.append(.text("@" + item.key))
    }
    return nodes + suffix(of: item)
  }

  private mutating func narrative(_ item: Citation.Item) -> [HTMLNode] {
    guard let label = context.citationLabel(of: item.key) else { return [.text("@" + item.key)] }
    let prefix = item.prefix.isEmpty ? [] : self.nodes(item.prefix) + [.text(" ")]
    let suffix = suffix(of: item)
    let year: [HTMLNode] = [.text("(" + label.year)]
    if item.omitsAuthors { return prefix + [link(to: item.key, year)] + suffix + [.text(")")] }
    let authors = nodes(label.authors, citedAt: item.range)
    guard !suffix.isEmpty else {
      return prefix + [link(to: item.key, authors + [.text(" ")] + year + [.text(")")])]
    }
    return prefix + [link(to: item.key, authors), .text(" ")] + year + suffix + [.text(")")]
  }

  private mutating func suffix(of item: Citation.Item) -> [HTMLNode] {
    item.suffix.isEmpty ? [] : [.text(", ")] + nodes(item.suffix)
  }

  private func link(to key: String, _ words: [HTMLNode]) -> HTMLNode {
    .element("a", [.href("#" + ReferenceAnchor.entry(key)), .class("citation")], words)
  }

  /// The list of references; call it when all other text is written.
  mutating func writeReferences() {
    let entries = context.references.entries
    guard !entries.isEmpty else { return }
    let section = context.referencesSection
    let attributes: [HTMLAttribute] = [
      .class("references"), HTMLAttribute("aria-label", Words.references),
    ]
    element("section", attributes) { body in
      body.html.endLine()
      if let section {
        body.writeLine(.element("h2", body.anchor(section.anchor), [.text(Words.references)]))
      }
      body.element("ul") { body in
        body.html.endLine()
        for entry in entries {
          let attributes = body.anchor(ReferenceAnchor.entry(entry.key))
          let place = body.context.firstCitation(of: entry.key)
          body.writeLine(.element("li", attributes, body.nodes(entry.text, citedAt: place)))
        }
      }
    }
  }

  /// - Parameter place: what messages about its formulas point at.
  private mutating func nodes(
    _ text: [BibliographyText],
    citedAt place: SourceRange
  ) -> [HTMLNode] {
    text.map { part in
      switch part {
      case .text(let words): .text(words)
      case .emphasis(let inner): .element("em", [], nodes(inner, citedAt: place))
      case .math(let tex): math(ComposedTeX(tex, .text(place)), style: .inline)
      case .link(let address, let inner):
        .element(
          "a",
          [.href(SafeAddress.encoded(address))],
          nodes(inner, citedAt: place)
        )
      }
    }
  }
}
