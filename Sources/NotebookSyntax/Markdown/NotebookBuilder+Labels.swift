import Documents

/// What labels name, and whether what is referred to is there.
extension NotebookBuilder {
  /// Notes a label that names something.
  mutating func define(_ extra: Extra, as kinds: [Label.Kind]) -> Label? {
    var wrong: [Diagnostic] = []
    let name =
      extra.content.origin(of: 0)..<extra.content.origin(of: 0) + extra.content.text.utf8.count
    let label = Label(name, in: source, allowed: kinds) { wrong.append($0) }
    diagnostics += wrong
    if let label { labels.append(label) }
    if kinds != [.figure] { passOver(extra.attributes) }
    return label
  }

  /// A label with nothing before it that it could name: an author's error where it has one of our
  /// prefixes, otherwise a text that happens to look like a label.
  mutating func addLooseLabel(_ extra: Extra, to line: inout InlineLine) {
    line.append(text: source[extra.range])
    guard let kind = Label.kind(ofName: extra.content.text) else { return }
    report(
      Diagnostic(
        .error,
        .looseLabel,
        "the label '\(extra.content.text)' names nothing here",
        help:
          "a label for \(kind.article) \(kind.word) stands \(kind.place(of: extra.content.text))",
        in: source,
        at: extra.range
      )
    )
  }

  /// Notes what `\label`, `\ref` and `\eqref` in a formula name.
  mutating func note(_ names: [FormulaTeX.Name], in tex: Snippet, _ style: Formula.Style) {
    for name in names where name.line < tex.lineOrigins.count {
      let start = tex.lineOrigins[name.line] + name.column
      let range = start..<start + name.text.utf8.count
      switch name.command {
      case .label where style == .display:
        labels.append(Label(kind: .equation, name: name.text.normalized, range: range))
      case .label:
        report(
          Diagnostic(
            .warning,
            .looseLabel,
            "the label '\(name.text)' names nothing, for a formula in a line has no number",
            help: "write the formula between $$ and $$, or take the label out",
            in: source,
            at: range
          )
        )
      case .ref:
        labelUses.append(LabelUse(name: name.text.normalized, range: range, notation: .ref))
      case .eqref:
        labelUses.append(LabelUse(name: name.text.normalized, range: range, notation: .eqref))
      }
    }
  }

  /// Reports labels that are defined twice, and references to labels that are not there.
  /// - Parameter isElsewhere: whether another document has a label that this one has not.
  mutating func checkLabels(isElsewhere: (String) -> Bool) {
    var first: [String: Label] = [:]
    for label in labels.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard let other = first[label.name] else {
        first[label.name] = label
        continue
      }
      report(
        Diagnostic(
          .error,
          .doubledLabel,
          "the label '\(label.name)' stands at \(source.position(at: other.range.lowerBound)) already",
          help: "give one of them another name",
          in: source,
          at: label.range
        )
      )
    }
    if labelUses.allSatisfy({ first[$0.name] != nil }) { return }
    var suggestions = LabelSuggestions(first.keys)
    var elsewhere: [String: Bool] = [:]
    for use in labelUses where first[use.name] == nil {
      let isThere = elsewhere[use.name] ?? isElsewhere(use.name)
      elsewhere[use.name] = isThere
      if isThere { continue }
      report(
        Diagnostic(
          .error,
          .unknownLabel,
          "nothing is labelled '\(use.name)'",
          help: suggestions.help(for: use),
          in: source,
          at: use.range
        )
      )
    }
  }
}

/// What the author of an unknown label may have meant.
private struct LabelSuggestions {
  private let set: Set<String>
  private var names: NearestNames

  init(_ known: some Sequence<String>) {
    set = Set(known)
    names = NearestNames(set.sorted())
  }

  mutating func help(for use: LabelUse) -> String {
    if let name = respelled(use.name) ?? names.nearest(to: use.name) {
      return "did you mean '\(use.notation.reference(to: name))'?"
    }
    return Label.kind(ofName: use.name) == nil
      ? #"define it as \label{\#(use.name)} in a display formula"# : "define it as {#\(use.name)}"
  }

  /// The label that differs only by `eq:` in place of `eq-`, or the other way round.
  private func respelled(_ name: String) -> String? {
    guard let mark = name.firstIndex(where: { $0 == ":" || $0 == "-" }) else { return nil }
    let other = name.replacingCharacter(at: mark, by: name[mark] == ":" ? "-" : ":")
    return set.contains(other) ? other : nil
  }
}

extension String {
  fileprivate func replacingCharacter(at index: Index, by character: Character) -> String {
    self[..<index] + String(character) + self[self.index(after: index)...]
  }
}

extension Label.Kind {
  var article: String { [.equation, .example, .exercise].contains(self) ? "an" : "a" }

  /// Where a label of this kind stands.
  fileprivate func place(of name: String) -> String {
    switch self {
    case .equation: "right after a display formula"
    case .figure: "right after an image; a cell's is written label=\(name)"
    case .section: "at the end of a heading"
    case .table:
      "at the end of a line ': caption' under a table; a cell's is written label=\(name)"
    case .listing: "in a cell's fence, as label=\(name)"
    case .theorem, .definition, .lemma, .proposition, .corollary, .example, .remark, .exercise:
      "at the end of a line '> [!\(word.uppercased())]'"
    }
  }
}
