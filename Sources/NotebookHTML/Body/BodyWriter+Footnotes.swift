import NotebookLayout
import NotebookSyntax

extension BodyWriter {
  mutating func node(_ reference: FootnoteReference) -> HTMLNode {
    let number = "\(reference.number)"
    guard !context.scope.isFragment else { return .element("sup", [], [.text(number)]) }
    let name = FootnoteAnchor.reference(reference.number, occurrence: reference.occurrence)
    writtenReferences.insert(name)
    let link = HTMLNode.element(
      "a",
      anchor(name) + [
        .href("#" + FootnoteAnchor.note(reference.number)), .label("Footnote " + number),
      ],
      [.text(number)]
    )
    return .element("sup", [.class("footnote-ref")], [link])
  }

  /// The notes at the foot of the page; call it when everything else is written.
  mutating func write(_ footnotes: [Footnote]) {
    guard !footnotes.isEmpty else { return }
    element("section", [.class("footnotes"), .label("Footnotes")]) { body in
      body.html.endLine()
      body.element("ol") { body in
        body.html.endLine()
        for footnote in footnotes { body.write(footnote) }
      }
    }
  }

  private mutating func write(_ footnote: Footnote) {
    element("li", anchor(FootnoteAnchor.note(footnote.number))) { body in
      body.html.endLine()
      // The way back stands behind the note's last words.
      guard case .paragraph(let inlines)? = footnote.blocks.last?.content else {
        body.write(footnote.blocks)
        body.writeLine(.element("p", [], body.backLinks(of: footnote)))
        return
      }
      body.write(Array(footnote.blocks.dropLast()))
      let words = body.nodes(inlines)
      body.writeLine(.element("p", [], words + [.text(" ")] + body.backLinks(of: footnote)))
    }
  }

  private func backLinks(of footnote: Footnote) -> [HTMLNode] {
    (0..<footnote.referenceCount).flatMap { index -> [HTMLNode] in
      let name = FootnoteAnchor.reference(footnote.number, occurrence: index + 1)
      guard writtenReferences.contains(name) else { return [] }
      let which = index == 0 ? "\(footnote.number)" : "\(footnote.number)-\(index + 1)"
      let content: [HTMLNode] =
        index == 0 ? [.text("↩")] : [.text("↩"), .element("sup", [], [.text("\(index + 1)")])]
      return [
        .element(
          "a",
          [.href("#" + name), .class("back"), .label("Back to reference \(which)")],
          content
        )
      ]
    }
  }
}
