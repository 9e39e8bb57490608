/// A mistake in a formula.
public struct FormulaFault: Error, Hashable, Sendable, Codable {
  /// What is wrong, in MathJax's words.
  public let message: String
  /// What kind of mistake it is, by MathJax's name, such as `UndefinedControlSequence`.
  public let identifier: String
  /// Where the mistake begins, in bytes of UTF-8 from the beginning of the TeX. Within a macro's
  /// expansion it is the place of the macro.
  public let offset: Int
  /// The label that is not known, if that is the problem.
  public let unknownLabel: String?
}

/// What became of a formula: it is set only if it has no problem.
public struct FormulaResult: Hashable, Sendable, Codable {
  /// The formula, if it could be set.
  public internal(set) var formula: TypesetFormula?
  /// What is wrong with it, in the order of reading.
  public let problems: [FormulaFault]
  /// Whether it gives a name a meaning for the formulas behind it.
  var defines = false
}
