/// A number written with the digits that its author chose.
///
/// It is shown as it is written wherever it stands, alone or in arrays: an array of them is a
/// vector, an array of such arrays a matrix.
///
/// ```swift
/// 0.125.percent(1)        // 12.5%
/// probabilities.digits(4) // [0.1909, 0.2035, 0.6056]
/// ```
public struct FormattedNumber: Displayable, CustomStringConvertible, Sendable, Hashable {
  /// The number as plain text, such as `12.5%` or `1.50e-07`.
  public let description: String
  /// The number as TeX, such as `12.5\%` or `1.50 \times 10^{-7}`.
  public let latex: String

  init(_ description: String, latex: String? = nil) {
    self.description = description
    self.latex = latex ?? TeX.number(described: description)
  }

  /// Plain text and TeX; outside formulas the plain text.
  public var display: DisplayBundle {
    DisplayBundle(plain: description, [.latex: latex], prefersPlain: true)
  }
}
