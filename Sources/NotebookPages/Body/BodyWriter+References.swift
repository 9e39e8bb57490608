import NotebookSyntax

extension BodyWriter {
  /// `@eq-softmax` as a link that says `Equation 1`, or a group as `Equations 1 and 2`.
  mutating func nodes(for reference: Reference) -> [HTMLNode] {
    let kinds = Set(reference.targets.map { Label.kind(ofName: $0.name) ?? .equation })
    let usesPlural = reference.targets.count > 1 && kinds.count == 1
    var nodes: [HTMLNode] = []
    for (index, target) in reference.targets.enumerated() {
      if index > 0 {
        let isLast = index + 1 == reference.targets.count
        nodes.append(.text(isLast ? (index > 1 ? ", and " : " and ") : ", "))
      }
      let word = word(for: target, of: reference, isFirst: index == 0, usesPlural: usesPlural)
      nodes.append(node(target, after: word, reference.form))
    }
    return nodes
  }

  /// What stands before a number; empty for nothing.
  private mutating func word(
    for target: Reference.Target,
    of reference: Reference,
    isFirst: Bool,
    usesPlural: Bool
  ) -> [HTMLNode] {
    if let prefix = reference.prefix {
      return isFirst ? nodes(withoutLinks(prefix)) + [.text(Words.noBreakSpace)] : []
    }
    guard reference.form == .wordAndNumber, isFirst || !usesPlural else { return [] }
    let kind = Label.kind(ofName: target.name) ?? .equation
    let own = context.words[kind]
    let name = own ?? (usesPlural ? Words.plural(of: kind) : Words.name(of: kind))
    return [.text(name + Words.noBreakSpace)]
  }

  private mutating func node(
    _ target: Reference.Target,
    after word: [HTMLNode],
    _ form: Reference.Form
  ) -> HTMLNode {
    guard let found = context.target(named: target.name) else { return .text("@" + target.name) }
    var text: [HTMLNode]
    if let number = found.number {
      let parts = numberNodes(number)
      text = word + (form == .parenthesizedNumber ? [.text("(")] + parts + [.text(")")] : parts)
    } else {
      // Titles may refer to each other.
      guard titles.count < 2, !titles.contains(target.name) else {
        return .text("@" + target.name)
      }
      titles.append(target.name)
      text = nodes(withoutLinks(found.title))
      titles.removeLast()
    }
    guard let address = found.address else { return .element("span", [.class("ref")], text) }
    referenceAddresses.insert(address)
    return .element("a", [.href(address), .class("ref")], text)
  }

  /// A number as it stands in a line; a tag that the author gave may hold TeX.
  private mutating func numberNodes(_ number: String) -> [HTMLNode] {
    guard number.contains(where: { $0 == "$" || $0 == "\\" }) else { return [.text(number)] }
    return [math(ComposedTeX("\\text{\(number)}", .page), style: .inline)]
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
