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
  mutating func caption(_ label: Label, _ words: [Inline]?) -> HTMLNode {
    var name = Words.name(of: label.kind)
    if let number = context.number(of: label.name) {
      name += Words.noBreakSpace + number
    }
    var content: [HTMLNode] = []
    if let words, !words.isEmpty {
      content.append(.element("span", [.class("caption-label")], [.text(name + ":")]))
      content.append(.text(" "))
      append(words, to: &content)
    } else {
      content.append(.element("span", [.class("caption-label")], [.text(name)]))
    }
    return .element("figcaption", [], content)
  }
}
