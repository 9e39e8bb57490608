import Documents

/// The footnotes that a document defines and calls, by its text alone.
///
/// cmark-gfm drops a note that nothing calls and the second of two with one name, and leaves a call
/// of what is nowhere defined as text. So what is lost must be known from elsewhere.
struct FootnoteMarks {
  struct Mark {
    /// The name as cmark-gfm compares names.
    var name: String
    /// The name without `[^` and `]`.
    var range: SourceRange

    init(_ source: SourceText, _ range: SourceRange) {
      name = source[range].lowercased()
      self.range = range
    }

    /// The name with `[^` and `]`.
    var whole: SourceRange { range.lowerBound - 2..<range.upperBound + 1 }
  }

  var calls: [Mark] = []
  var definitions: [Mark] = []

  /// The definitions that cmark-gfm drops: those of a name that has one already, and those of which
  /// the tree does not have the name.
  func dropped(from tree: [Footnote]) -> [Mark] {
    let kept = Set(tree.map { $0.name.lowercased() })
    var seen: Set<String> = []
    return definitions.filter { !seen.insert($0.name).inserted || !kept.contains($0.name) }
  }

  /// What an author should know of notes that are not on the page.
  func diagnostics(in source: SourceText, dropped: [Mark]) -> [Diagnostic] {
    var first: [String: Mark] = [:]
    for mark in definitions where first[mark.name] == nil { first[mark.name] = mark }
    let lost = dropped.map { mark in
      let other = first[mark.name].map { $0.range.lowerBound } ?? mark.range.lowerBound
      let isDoubled = other != mark.range.lowerBound
      let name = source[mark.range]
      return Diagnostic(
        .warning,
        isDoubled ? .doubledFootnote : .uncalledFootnote,
        isDoubled
          ? "the footnote '\(name)' stands at \(source.position(at: other - 2)) already, so the page leaves this one out"
          : "nothing calls the footnote '\(name)', so the page leaves it out",
        help: isDoubled
          ? "give one of them another name" : "write [^\(name)] where it belongs, or take it out",
        in: source,
        at: mark.whole
      )
    }
    return lost + undefined(first, in: source)
  }

  private func undefined(_ known: [String: Mark], in source: SourceText) -> [Diagnostic] {
    var helps: [String: String] = [:]
    // Names of a letter or two are all alike.
    var names = NearestNames(known.keys.filter { $0.count > 2 }.sorted())
    return calls.compactMap { call in
      guard known[call.name] == nil, !isCharacterClass(call.name) else { return nil }
      let name = source[call.range]
      let help =
        helps[call.name]
        ?? (name.count > 2 ? names.nearest(to: call.name) : nil).map { "did you mean [^\($0)]?" }
        ?? #"define it as '[^\#(name)]: …', or write [\^\#(name)] for this text"#
      helps[call.name] = help
      return Diagnostic(
        .warning,
        .unknownFootnote,
        "there is no footnote '\(name)', so this stays text",
        help: help,
        in: source,
        at: call.whole
      )
    }
  }

  /// Whether a name is rather a part of a regular expression, as in `[^a-z]`.
  private func isCharacterClass(_ name: String) -> Bool {
    let letters = Array(name)
    let isRange = letters.count >= 3 && letters[1] == "-" && letters.count % 3 == 0
    return isRange || !name.allSatisfy { $0.isLetter || $0.isNumber || "-_.:".contains($0) }
  }
}
