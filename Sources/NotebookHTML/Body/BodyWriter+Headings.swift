import NotebookLayout
import NotebookSyntax

extension BodyWriter {
  /// A heading with its number and a link to itself.
  mutating func write(_ heading: Heading, at offset: Int) {
    let name = Self.headingNames[min(max(heading.level, 1), 6) - 1]
    var content = nodes(heading.inlines)
    guard let section = context.section(at: offset) else {
      // The notebook's title stands at the head of the page already.
      if context.scope.isFragment { writeLine(.element(name, [], content)) }
      return
    }
    if let number = section.number {
      content.insert(contentsOf: [sectionNumber(number), .text(" ")], at: 0)
    }
    let link = HTMLNode.element(
      "a",
      [.class("anchor"), .href("#" + section.anchor), .label(context.words[.permalink])]
    )
    writeLine(.element(name, anchor(section.anchor), content + [link]))
  }

  /// The number before a section's heading.
  func sectionNumber(_ number: String) -> HTMLNode {
    .element("span", [.class("section-number")], [.text(number)])
  }

  private static let headingNames: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]
}
