import NotebookSyntax

extension BodyWriter {
  /// The table of contents.
  ///
  /// - Parameter isWanted: whether the author wants one; `nil` where he does not say, and then there
  ///   is one for more than two sections.
  mutating func contents(isWanted: Bool?) -> [HTMLNode] {
    let sections = context.contents
    guard let top = sections.lazy.map(\.level).min(), isWanted ?? (sections.count > 2) else {
      return []
    }
    var entries: [HTMLNode] = [.text("\n")]
    for section in sections {
      var words = nodes(withoutLinks(section.inlines))
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
