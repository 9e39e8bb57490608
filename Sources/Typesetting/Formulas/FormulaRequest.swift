/// A formula to be set.
public struct FormulaRequest: Hashable, Sendable, Encodable {
  /// The TeX between the delimiters.
  public var tex: String
  /// Whether it stands on a line of its own.
  public var isDisplay: Bool
  /// The number that the first numbered row of this formula gets; `nil` to go on counting.
  public var firstNumber: Int?
  /// What to print as the formula's number, in parentheses, as `\tag` does. Only for display formulas
  /// that do not number themselves.
  public var tag: String?
  /// A label for `\ref` and `\eqref`, as `\label` gives. Only together with `tag`.
  public var label: String?

  /// - Parameters:
  ///   - tex: the TeX between the delimiters.
  ///   - isDisplay: whether it stands on a line of its own.
  ///   - firstNumber: the number of its first numbered row; `nil` to go on counting.
  ///   - tag: what to print as its number.
  ///   - label: a label for its tag.
  public init(
    _ tex: String,
    isDisplay: Bool = false,
    firstNumber: Int? = nil,
    tag: String? = nil,
    label: String? = nil
  ) {
    self.tex = tex
    self.isDisplay = isDisplay
    self.firstNumber = firstNumber
    self.tag = tag
    self.label = label
  }

  private enum CodingKeys: String, CodingKey {
    case tex, firstNumber, tag, label
    case isDisplay = "display"
  }
}
