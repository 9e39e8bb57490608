import NotebookSyntax

extension BodyWriter {
  /// The table of contents; nothing where there is none.
  mutating func contents() -> [HTMLNode] {
    let sections = context.layout.contents
    guard let top = sections.lazy.map(\.level).min() else { return [] }
    var entries: [HTMLNode] = [.text("\n")]
    for section in sections {
      var words = nodes(context.withoutLinks(section.inlines))
      if let number = section.number {
        words.insert(contentsOf: [sectionNumber(number), .text(" ")], at: 0)
      }
      let link = HTMLNode.element("a", [.href("#" + section.anchor)], words)
      let name = section.level == top ? "top" : "inner"
      entries += [.element("li", [.class(name)], [link]), .text("\n")]
    }
    let heading = HTMLNode.element("h2", [.id("contents-heading")], [.text("Contents")])
    let attributes = [
      HTMLAttribute.class("contents"), HTMLAttribute("aria-labelledby", "contents-heading"),
    ]
    return [.element("nav", attributes, [heading, .element("ol", [], entries)])]
  }
}
