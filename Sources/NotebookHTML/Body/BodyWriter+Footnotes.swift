import NotebookLayout
import NotebookSyntax

extension BodyWriter {
  mutating func node(_ reference: FootnoteReference) -> HTMLNode {
    context.scope.isFragment
      ? .element("sup", [], [.text("\(reference.number)")])
      : footnotes.node(reference, &anchors, context.words)
  }

  /// The notes at the foot of the page; call it when everything else is written.
  mutating func write(_ footnotes: [Footnote]) {
    guard !footnotes.isEmpty else { return }
    element("section", [.class("footnotes"), .label(context.words[.footnotes])]) { body in
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
        body.writeLine(
          .element("p", [], body.footnotes.backLinks(of: footnote, body.context.words))
        )
        return
      }
      body.write(Array(footnote.blocks.dropLast()))
      let words = body.nodes(inlines)
      body.writeLine(
        .element(
          "p",
          [],
          words + [.text(" ")] + body.footnotes.backLinks(of: footnote, body.context.words)
        )
      )
    }
  }
}
