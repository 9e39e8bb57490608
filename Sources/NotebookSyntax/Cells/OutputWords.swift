import Documents

/// The words that an `output` fence may bear.
struct OutputWords {
  private(set) var rule = ComparisonRule()

  private static let vocabulary = FenceVocabulary(
    fence: "an output fence",
    flags: ["exact", "unordered"],
    settings: ["tol", "rtol"],
    example: "1e-9"
  )

  /// - Parameters:
  ///   - words: what follows `output`.
  ///   - source: the document.
  ///   - report: takes what is wrong.
  init(_ words: some Sequence<FenceWords.Word>, in source: SourceText, report: (Diagnostic) -> Void)
  {
    for word in words {
      switch (word.name, word.value) {
      case ("tol", let value?):
        rule.absoluteTolerance = Self.tolerance(word, value, in: source, report)
      case ("rtol", let value?):
        rule.relativeTolerance = Self.tolerance(word, value, in: source, report)
      case ("exact", nil): rule.isExact = true
      case ("unordered", nil): rule.isUnordered = true
      default:
        if let wrong = Self.vocabulary.wrong(word, in: source) { report(wrong) }
      }
      if rule.isExact, rule != ComparisonRule(isExact: true) {
        report(Self.contradiction(word, in: source))
        rule = ComparisonRule(isExact: true)
      }
    }
  }

  private static func tolerance(
    _ word: FenceWords.Word,
    _ value: SourceRange,
    in source: SourceText,
    _ report: (Diagnostic) -> Void
  ) -> Double? {
    if let number = Double(source[value]), number >= 0, number.isFinite { return number }
    report(
      Diagnostic(
        .error,
        .wrongFenceValue,
        "'\(source[value])' is not a tolerance",
        help: "write a number from 0, such as \(word.name)=1e-9",
        in: source,
        at: value.isEmpty ? word.range : value
      )
    )
    return nil
  }

  private static func contradiction(_ word: FenceWords.Word, in source: SourceText) -> Diagnostic {
    Diagnostic(
      .error,
      .contradictingFenceWords,
      "an output that is 'exact' has its lines in order and no tolerance",
      help: "leave one of the words out",
      in: source,
      at: word.range
    )
  }
}
