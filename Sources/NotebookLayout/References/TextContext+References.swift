import NotebookSyntax

extension TextContext {
  /// `@eq-softmax` as `Equation 1`, or a group as `Equations 1 and 2`; what stands on another page is
  /// `Equation 1 of Softmax`, or `Equation 2.1` in a course whose chapters have numbers.
  package func parts(of reference: Reference) -> [TextPart] {
    let targets = reference.targets.map { (name: $0.name, found: layout.target(named: $0.name)) }
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
    var parts: [TextPart] = []
    for (number, run) in runs.enumerated() {
      if number > 0 { parts.append(separator(before: number, of: runs.count)) }
      let kinds = Set(targets[run].map { Kind(name: $0.name, $0.found) })
      let usesPlural = run.count > 1 && kinds.count == 1
      for index in run {
        let place = index - run.lowerBound
        if place > 0 { parts.append(separator(before: place, of: run.count)) }
        let (name, found) = targets[index]
        guard let found, scope.mayShowTitle(of: name) else {
          parts.append(.words("@" + name))
          continue
        }
        let referred = ReferredLabel(name: name, target: found, range: reference.range)
        let word = word(
          for: Kind(name: name, found),
          of: reference,
          (isFirst: place == 0, usesPlural: usesPlural),
          isVeryFirst: index == 0
        )
        let isLast = index + 1 == run.upperBound
        parts.append(
          .reference(
            referred,
            word: found.number == nil ? [] : word,
            text: inside(referred).text(for: found, reference.form, namesPage: isLast)
          )
        )
      }
    }
    return parts
  }

  /// What a reference calls what it names.
  private struct Kind: Hashable {
    let label: Label.Kind
    let isChapter: Bool

    init(name: String, _ target: LabelTarget?) {
      label = Label.kind(ofName: name) ?? .equation
      isChapter = target?.isChapter == true
    }
  }

  /// What stands between the parts of a list.
  private func separator(before index: Int, of count: Int) -> TextPart {
    guard index + 1 == count else { return .words(layout.words[.comma]) }
    return .words(layout.words[count > 2 ? .lastAnd : .and])
  }

  /// What stands before a number; empty for nothing.
  private func word(
    for kind: Kind,
    of reference: Reference,
    _ place: (isFirst: Bool, usesPlural: Bool),
    isVeryFirst: Bool
  ) -> [TextPart] {
    if let prefix = reference.prefix {
      return isVeryFirst ? [.inlines(withoutLinks(prefix)), .words(Words.noBreakSpace)] : []
    }
    guard reference.form == .wordAndNumber, place.isFirst || !place.usesPlural else { return [] }
    guard !kind.isChapter else { return [.words(layout.words[.chapter] + Words.noBreakSpace)] }
    let own = layout.notebook.frontMatter.referenceWords[kind.label]
    let word =
      own
      ?? (place.usesPlural
        ? layout.words.plural(of: kind.label) : layout.words.name(of: kind.label))
    return [.words(word + Words.noBreakSpace)]
  }

  private func text(
    for target: LabelTarget,
    _ form: Reference.Form,
    namesPage: Bool
  ) -> [TextPart] {
    var text: [TextPart]
    if let number = target.number {
      let isInParentheses = form == .parenthesizedNumber
      text =
        isInParentheses
        ? [.words("("), Self.part(number), .words(")")] : [Self.part(number)]
    } else {
      text = [.inlines(withoutLinks(target.title))]
    }
    guard namesPage, let page = target.page, page.title != target.title,
      !(page.isNamedByNumber && target.number != nil)
    else { return text }
    text +=
      target.number == nil
      ? [.words(" ("), .inlines(page.title), .words(")")]
      : [.words(layout.words[.ofPage]), .inlines(page.title)]
    return text
  }

  /// A number as it stands in a line; a tag that the author gave may hold TeX.
  private static func part(_ number: String) -> TextPart {
    guard number.contains(where: { $0 == "$" || $0 == "\\" }) else { return .words(number) }
    return .number(ComposedTeX("\\text{\(number)}", .page))
  }
}
