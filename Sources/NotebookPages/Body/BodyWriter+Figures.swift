import NotebookSyntax

extension BodyWriter {
  /// An image that stands alone and has a label.
  mutating func write(figure image: Image) {
    guard let label = image.label else {
      writeLine(.element("p", [], [node(image)]))
      return
    }
    element("figure", anchor(label.name)) { body in
      body.writeLine(body.node(image))
      body.writeLine(body.caption(label, image.inlines))
    }
  }

  /// `Figure 1: The words.`
  ///
  /// - Parameters:
  ///   - label: `nil` for a caption without a number.
  ///   - words: `nil` for a number without words.
  mutating func caption(_ label: Label?, _ words: [Inline]?) -> HTMLNode {
    let words = nodes(words ?? [])
    guard let label else { return .element("figcaption", [], words) }
    let number = context.number(of: label.name).map { Words.noBreakSpace + $0 } ?? ""
    let name = Words.name(of: label.kind) + number
    let head = HTMLNode.element(
      "span",
      [.class("caption-label")],
      [.text(words.isEmpty ? name : name + ":")]
    )
    return .element("figcaption", [], words.isEmpty ? [head] : [head, .text(" ")] + words)
  }
}
