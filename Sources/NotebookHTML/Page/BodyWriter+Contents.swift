import NotebookLayout
import NotebookSyntax

extension BodyWriter {
  /// The table of contents, as a list; nothing where there is none.
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
    return [.element("ol", [], entries)]
  }
}

/// The table of contents with its heading, where it stands by itself.
struct ContentsBlock {
  /// The name of its heading.
  static let anchor = "contents-heading"

  /// The contents as a list; empty for none.
  let list: HTMLWriter
  /// The words that the page adds.
  let words: Words

  var html: HTMLWriter {
    guard !list.bytes.isEmpty else { return list }
    let heading = HTMLNode.element("h2", [.id(Self.anchor)], [.text(words[.contents])])
    let attributes = [
      HTMLAttribute.class("contents"), HTMLAttribute("aria-labelledby", Self.anchor),
    ]
    return HTMLWriter([.element("nav", attributes, [heading, .written(list)])])
  }
}
