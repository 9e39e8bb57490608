import NotebookSyntax

extension BodyWriter {
  /// `@eq-softmax` as a link that says `Equation 1`.
  mutating func node(_ reference: Reference) -> HTMLNode {
    guard let text = text(of: reference) else { return .text("@" + reference.name) }
    guard !context.isHidden(label: reference.name) else {
      return .element("span", [.class("ref")], text)
    }
    return .element("a", [.href("#" + reference.name), .class("ref")], text)
  }

  private mutating func text(of reference: Reference) -> [HTMLNode]? {
    if reference.kind == .section {
      guard let section = context.section(named: reference.name) else { return nil }
      guard let number = section.number else { return nodes(section.inlines.withoutLinks) }
      return [.text(Words.name(of: .section) + Words.noBreakSpace + number)]
    }
    guard let number = context.number(of: reference.name) else { return nil }
    let name = Words.name(of: reference.kind) + Words.noBreakSpace
    // A tag that the author gave is TeX.
    guard number.contains(where: { $0 == "$" || $0 == "\\" }) else { return [.text(name + number)] }
    return [.text(name), math("\\text{\(number)}", style: .inline)]
  }

  /// A heading with its number and a link to itself.
  mutating func write(_ heading: Heading, at offset: Int) {
    let name = Self.headingNames[min(max(heading.level, 1), 6) - 1]
    var content = nodes(heading.inlines)
    guard let section = context.section(at: offset) else {
      // The notebook's title stands at the head of the page already.
      if context.isFragment { writeLine(.element(name, [], content)) }
      return
    }
    if let number = section.number {
      content.insert(contentsOf: [sectionNumber(number), .text(" ")], at: 0)
    }
    let link = HTMLNode.element(
      "a",
      [.class("anchor"), .href("#" + section.anchor), .label("Permalink")]
    )
    writeLine(.element(name, anchor(section.anchor), content + [link]))
  }

  /// The number before a section's heading.
  func sectionNumber(_ number: String) -> HTMLNode {
    .element("span", [.class("section-number")], [.text(number)])
  }

  private static let headingNames: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]
}
