import Documents

/// Whether every label stands once, and what is referred to is there.
struct LabelCheck {
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - found: the labels of a document, and where it refers to some.
  ///   - source: the document.
  ///   - isElsewhere: whether another document has a label that this one has not.
  init(_ found: Findings, in source: SourceText, isElsewhere: (String) -> Bool) {
    var first: [String: Label] = [:]
    for label in found.labels.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard let other = first[label.name] else {
        first[label.name] = label
        continue
      }
      diagnostics.append(
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
    if found.labelUses.allSatisfy({ first[$0.name] != nil }) { return }
    var suggestions = LabelSuggestions(first.keys)
    var elsewhere: [String: Bool] = [:]
    for use in found.labelUses where first[use.name] == nil {
      let isThere = elsewhere[use.name] ?? isElsewhere(use.name)
      elsewhere[use.name] = isThere
      if isThere { continue }
      diagnostics.append(
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
