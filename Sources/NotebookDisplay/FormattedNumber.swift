/// A number written with the digits that its author chose.
///
/// It is shown as it is written wherever it stands, alone or in arrays: an array of them is a
/// vector, an array of such arrays a matrix.
///
/// ```swift
/// let share = 0.125.percent(1)
/// share        // => 12.5%
/// share.latex  // => 12.5\%
/// ```
public struct FormattedNumber: Displayable, CustomStringConvertible, Sendable, Hashable {
  /// The number as plain text, such as `12.5%` or `1.50e-07`.
  ///
  /// ```swift
  /// 0.5.digits(3).description  // => 0.500
  /// ```
  public let description: String
  /// The number as TeX, such as `12.5\%` or `1.50 \times 10^{-7}`.
  ///
  /// ```swift
  /// 1.5e-7.scientific(2).latex  // => 1.50 \times 10^{-7}
  /// ```
  public let latex: String

  init(_ description: String, latex: String? = nil) {
    self.description = description
    self.latex = latex ?? TeX.number(described: description)
  }

  /// Plain text and TeX; outside formulas the plain text.
  ///
  /// ```swift
  /// 0.5.digits(3).display.prefersPlain  // => true
  /// ```
  public var display: DisplayBundle {
    DisplayBundle(plain: description, [.latex: latex], prefersPlain: true)
  }
}
