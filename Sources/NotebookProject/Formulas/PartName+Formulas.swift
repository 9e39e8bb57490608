import ResultStore

/// What determines whether formulas hold.
extension PartName {
  static let formulaReader = PartName("reader", .sentence("what reads formulas changed"))
  static let formulaMacros = PartName("macros", .sentence("the macros changed"))
  static let formulaDefinitions = PartName("definitions", .sentence("what formulas define changed"))
  static let formulaClaims = PartName(
    "claims",
    .sentence("formulas that are said to hold, or what their letters mean, changed")
  )
}

extension ResultKind {
  /// Whether a document's formulas hold: raised whenever the same formulas could get another verdict.
  static let formulaVerdicts = ResultKind(
    "formula verdicts",
    version: 3,
    parts: [.formulaReader, .formulaMacros, .formulaDefinitions, .formulaClaims]
  )

  /// What formulas must know of letters that mean Swift.
  static let formulaQuestions = ResultKind(
    "formula questions",
    version: 1,
    parts: [.formulaReader, .formulaMacros, .formulaDefinitions, .formulaClaims]
  )
}
