import Documents
import NotebookSyntax

extension BodyWriter {
  /// `@eq-softmax` as a link that says `Equation 1`, or a group as `Equations 1 and 2`; what stands on
  /// another page is `Equation 1 of Softmax`.
  mutating func nodes(for reference: Reference) -> [HTMLNode] {
    let targets = reference.targets.map { (name: $0.name, found: context.target(named: $0.name)) }
    // What follows each other on one page shares a word, and the page's name.
    var runs: [Range<Int>] = []
    for (index, target) in targets.enumerated() {
      if let last = runs.last,
        targets[last.lowerBound].found?.pageAddress == target.found?.pageAddress
      {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    var nodes: [HTMLNode] = []
    for (number, run) in runs.enumerated() {
      if number > 0 { nodes.append(Self.separator(before: number, of: runs.count)) }
      let kinds = Set(targets[run].map { Label.kind(ofName: $0.name) ?? .equation })
      let usesPlural = run.count > 1 && kinds.count == 1
      for index in run {
        let place = index - run.lowerBound
        if place > 0 { nodes.append(Self.separator(before: place, of: run.count)) }
        let (name, found) = targets[index]
        let word = word(
          for: name,
          of: reference,
          (isFirst: place == 0, usesPlural: usesPlural),
          isVeryFirst: index == 0
        )
        nodes.append(
          found.map {
            node($0, name, after: word, of: reference, namesPage: index + 1 == run.upperBound)
          } ?? .text("@" + name)
        )
      }
    }
    return nodes
  }

  /// What stands between the parts of a list.
  private static func separator(before index: Int, of count: Int) -> HTMLNode {
    guard index + 1 == count else { return .text(", ") }
    return .text(count > 2 ? ", and " : " and ")
  }

  /// What stands before a number; empty for nothing.
  private mutating func word(
    for name: String,
    of reference: Reference,
    _ place: (isFirst: Bool, usesPlural: Bool),
    isVeryFirst: Bool
  ) -> [HTMLNode] {
    if let prefix = reference.prefix {
      return isVeryFirst ? nodes(withoutLinks(prefix)) + [.text(Words.noBreakSpace)] : []
    }
    guard reference.form == .wordAndNumber, place.isFirst || !place.usesPlural else { return [] }
    let kind = Label.kind(ofName: name) ?? .equation
    let own = context.words[kind]
    let word = own ?? (place.usesPlural ? Words.plural(of: kind) : Words.name(of: kind))
    return [.text(word + Words.noBreakSpace)]
  }

  private mutating func node(
    _ found: LabelTarget,
    _ name: String,
    after word: [HTMLNode],
    of reference: Reference,
    namesPage: Bool
  ) -> HTMLNode {
    // Titles may refer to each other.
    guard titles.count < 2, !titles.contains(name) else { return .text("@" + name) }
    titles.append(name)
    let text = inTitle(of: found, at: reference.range) { body in
      var text: [HTMLNode]
      if let number = found.number {
        let parts = body.numberNodes(number)
        let isInParentheses = reference.form == .parenthesizedNumber
        text = word + (isInParentheses ? [.text("(")] + parts + [.text(")")] : parts)
      } else {
        text = body.nodes(body.withoutLinks(found.title))
      }
      guard namesPage, let page = found.page, page.title != found.title else { return text }
      let title = body.nodes(page.title)
      text +=
        found.number == nil
        ? [.text(" (")] + title + [.text(")")] : [.text(Words.ofPage)] + title
      return text
    }
    titles.removeLast()
    guard let address = found.address else { return .element("span", [.class("ref")], text) }
    referenceAddresses.insert(address)
    return .element("a", [.href(address), .class("ref")], text)
  }

  /// Writes titles of another page by that page's definitions.
  private mutating func inTitle(
    of found: LabelTarget,
    at place: SourceRange,
    _ write: (inout BodyWriter) -> [HTMLNode]
  ) -> [HTMLNode] {
    guard let page = found.page else { return write(&self) }
    let outer = foreignDefinitions
    defer { foreignDefinitions = outer }
    foreignDefinitions = page.definitions
    return inFragment(from: place, write)
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
      if context.scope.isFragment { writeLine(.element(name, [], content)) }
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
