extension Sequence where Element: BinaryFloatingPoint {
  /// Every element with that many decimals; shown as a vector.
  public func digits(_ decimals: Int) -> [FormattedNumber] { map { $0.digits(decimals) } }

  /// Every element with that many significant digits; shown as a vector.
  public func significant(_ digits: Int) -> [FormattedNumber] { map { $0.significant(digits) } }

  /// Every element with an exponent and that many decimals; shown as a vector.
  public func scientific(_ decimals: Int) -> [FormattedNumber] { map { $0.scientific(decimals) } }

  /// Every element in percent with that many decimals; shown as a vector.
  public func percent(_ decimals: Int = 0) -> [FormattedNumber] { map { $0.percent(decimals) } }
}

extension Sequence where Element: Sequence, Element.Element: BinaryFloatingPoint {
  /// Every element with that many decimals; shown as a matrix.
  public func digits(_ decimals: Int) -> [[FormattedNumber]] { map { $0.digits(decimals) } }

  /// Every element with that many significant digits; shown as a matrix.
  public func significant(_ digits: Int) -> [[FormattedNumber]] { map { $0.significant(digits) } }

  /// Every element with an exponent and that many decimals; shown as a matrix.
  public func scientific(_ decimals: Int) -> [[FormattedNumber]] { map { $0.scientific(decimals) } }

  /// Every element in percent with that many decimals; shown as a matrix.
  public func percent(_ decimals: Int = 0) -> [[FormattedNumber]] { map { $0.percent(decimals) } }
}
