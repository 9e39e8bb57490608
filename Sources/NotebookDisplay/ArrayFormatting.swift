extension Sequence where Element: BinaryFloatingPoint {
  /// Every element with that many decimals; shown as a vector.
  ///
  /// ```swift
  /// [0.125, 2].digits(2)  // => [0.12, 2.00]
  /// ```
  public func digits(_ decimals: Int) -> [FormattedNumber] { map { $0.digits(decimals) } }

  /// Every element with that many significant digits; shown as a vector.
  ///
  /// ```swift
  /// [0.012345, 67.89].significant(3)  // => [0.0123, 67.9]
  /// ```
  public func significant(_ digits: Int) -> [FormattedNumber] { map { $0.significant(digits) } }

  /// Every element with an exponent and that many decimals; shown as a vector.
  ///
  /// ```swift
  /// [1.5e-7, 20].scientific(1)  // => [1.5e-07, 2.0e+01]
  /// ```
  public func scientific(_ decimals: Int) -> [FormattedNumber] { map { $0.scientific(decimals) } }

  /// Every element in percent with that many decimals; shown as a vector.
  ///
  /// ```swift
  /// [0.125, 0.875].percent(1)  // => [12.5%, 87.5%]
  /// ```
  public func percent(_ decimals: Int = 0) -> [FormattedNumber] { map { $0.percent(decimals) } }
}

extension Sequence where Element: Sequence, Element.Element: BinaryFloatingPoint {
  /// Every element with that many decimals; shown as a matrix.
  ///
  /// ```swift
  /// [[0.125, 2], [10, 0.5]].digits(1)
  /// // => [[ 0.1  2.0]
  /// //     [10.0  0.5]]
  /// ```
  public func digits(_ decimals: Int) -> [[FormattedNumber]] { map { $0.digits(decimals) } }

  /// Every element with that many significant digits; shown as a matrix.
  ///
  /// ```swift
  /// [[0.012345, 67.89]].significant(3)  // => [[0.0123   67.9]]
  /// ```
  public func significant(_ digits: Int) -> [[FormattedNumber]] { map { $0.significant(digits) } }

  /// Every element with an exponent and that many decimals; shown as a matrix.
  ///
  /// ```swift
  /// [[1.5e-7, 20]].scientific(1)  // => [[1.5e-07 2.0e+01]]
  /// ```
  public func scientific(_ decimals: Int) -> [[FormattedNumber]] { map { $0.scientific(decimals) } }

  /// Every element in percent with that many decimals; shown as a matrix.
  ///
  /// ```swift
  /// [[0.125, 0.875]].percent(1)  // => [[12.5% 87.5%]]
  /// ```
  public func percent(_ decimals: Int = 0) -> [[FormattedNumber]] { map { $0.percent(decimals) } }
}
