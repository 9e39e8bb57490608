import Bibliography
import NotebookSyntax

extension TextContext {
  /// `Bridle (1990)`, or `(see Bridle, 1990, p. 3; Gao and Pavel, 2017)`.
  package func parts(of citation: Citation) -> [TextPart] {
    if citation.isNarrative, let item = citation.items.first { return narrative(item) }
    var parts: [TextPart] = [.words("(")]
    for (index, item) in citation.items.enumerated() {
      if index > 0 { parts.append(.words("; ")) }
      parts += parenthetical(item)
    }
    return parts + [.words(")")]
  }

  private func parenthetical(_ item: Citation.Item) -> [TextPart] {
    var parts = prefix(of: item)
    if let label = layout.citationLabel(of: item.key) {
      let authors: [TextPart] =
        item.omitsAuthors
        ? [] : [.bibliography(label.authors, citedAt: item.range), .words(", ")]
      parts.append(.citation(key: item.key, authors + [.words(label.year)]))
    } else {
      parts.append(.words("@" + item.key))
    }
    return parts + suffix(of: item)
  }

  private func narrative(_ item: Citation.Item) -> [TextPart] {
    guard let label = layout.citationLabel(of: item.key) else { return [.words("@" + item.key)] }
    let prefix = prefix(of: item)
    let suffix = suffix(of: item)
    let year: [TextPart] = [.words("(" + label.year)]
    if item.omitsAuthors {
      return prefix + [.citation(key: item.key, year)] + suffix + [.words(")")]
    }
    let authors = TextPart.bibliography(label.authors, citedAt: item.range)
    guard !suffix.isEmpty else {
      return prefix + [.citation(key: item.key, [authors, .words(" ")] + year + [.words(")")])]
    }
    return prefix + [.citation(key: item.key, [authors]), .words(" ")] + year + suffix
      + [.words(")")]
  }

  private func prefix(of item: Citation.Item) -> [TextPart] {
    item.prefix.isEmpty ? [] : [.inlines(item.prefix), .words(" ")]
  }

  private func suffix(of item: Citation.Item) -> [TextPart] {
    item.suffix.isEmpty ? [] : [.words(", "), .inlines(item.suffix)]
  }
}
