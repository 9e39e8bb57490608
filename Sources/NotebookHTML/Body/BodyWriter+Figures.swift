import NotebookLayout
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

  /// An image with a label that stands in a line of text, a table or a link, where no `figure` may
  /// stand.
  mutating func inlineFigure(_ image: Image, _ label: Label) -> HTMLNode {
    let words = image.inlines.isEmpty ? [] : nodes(context.withoutLinks(image.inlines))
    return .element(
      "span",
      [.class("figure"), .role("figure")] + anchor(label.name),
      [node(image), .element("span", [.class("figcaption")], captionText(label, words))]
    )
  }

  /// `Figure 1: The words.`
  ///
  /// - Parameters:
  ///   - label: `nil` for a caption without a number.
  ///   - words: `nil` for a number without words.
  mutating func caption(_ label: Label?, _ words: [Inline]?) -> HTMLNode {
    let words = nodes(words ?? [])
    return .element("figcaption", [], label.map { captionText($0, words) } ?? words)
  }

  private func captionText(_ label: Label, _ words: [HTMLNode]) -> [HTMLNode] {
    let number = context.layout.number(of: label.name).map { Words.noBreakSpace + $0 } ?? ""
    let name = context.words.name(of: label.kind) + number
    let head = HTMLNode.element(
      "span",
      [.class("caption-label")],
      [.text(words.isEmpty ? name : name + ":")]
    )
    return words.isEmpty ? [head] : [head, .text(" ")] + words
  }
}
