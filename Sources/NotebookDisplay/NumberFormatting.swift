/// Numbers are rounded as by C's `printf`: to the nearest by their exact binary value, and an exact tie to
/// the even digit. `inf` and `nan` stay themselves. At most 100 decimals are written, and a negative number
/// of them counts as none.
///
/// ```swift
/// 2.675.digits(2)            // => 2.67
/// Double.infinity.digits(2)  // => inf
/// ```
extension BinaryFloatingPoint {
  /// The number with that many decimals.
  ///
  /// ```swift
  /// 0.5.digits(4)  // => 0.5000
  /// ```
  public func digits(_ decimals: Int) -> FormattedNumber {
    formatted { PrintfText.fixed($0, decimals: decimals) }
  }

  /// The number with that many significant digits, at least one.
  ///
  /// Below 1e-5 and from 1e15 on it has an exponent.
  ///
  /// ```swift
  /// 0.012345.significant(3)   // => 0.0123
  /// 0.0000012.significant(3)  // => 1.20e-06
  /// ```
  public func significant(_ digits: Int) -> FormattedNumber {
    formatted { SignificantText.text($0, digits: digits) }
  }

  /// The number with one digit before the point, that many decimals, and an exponent.
  ///
  /// ```swift
  /// 1.5e-7.scientific(2)        // => 1.50e-07
  /// 1.5e-7.scientific(2).latex  // => 1.50 \times 10^{-7}
  /// ```
  public func scientific(_ decimals: Int) -> FormattedNumber {
    formatted { PrintfText.scientific($0, decimals: decimals) }
  }

  /// A hundred times the number with that many decimals and a percent sign.
  ///
  /// ```swift
  /// 0.125.percent(1)  // => 12.5%
  /// ```
  public func percent(_ decimals: Int = 0) -> FormattedNumber {
    let number = formatted { PercentText.digits(of: $0, decimals: decimals) }
    return FormattedNumber(number.description + "%", latex: number.latex + "\\%")
  }

  private func formatted(_ text: (Double) -> String) -> FormattedNumber {
    FormattedNumber(isFinite ? text(Double(self)) : "\(self)")
  }
}

extension BinaryInteger {
  /// The integer with that many zeros after the point.
  ///
  /// ```swift
  /// 3.digits(2)  // => 3.00
  /// ```
  public func digits(_ decimals: Int) -> FormattedNumber {
    let zeros = String(repeating: "0", count: max(0, min(decimals, 100)))
    return FormattedNumber(zeros.isEmpty ? "\(self)" : "\(self)." + zeros)
  }

  /// The integer rounded to that many significant digits.
  ///
  /// ```swift
  /// 123_456.significant(3)  // => 123000
  /// ```
  public func significant(_ digits: Int) -> FormattedNumber { Double(self).significant(digits) }

  /// The integer with an exponent.
  ///
  /// ```swift
  /// 1500.scientific(1)  // => 1.5e+03
  /// ```
  public func scientific(_ decimals: Int) -> FormattedNumber { Double(self).scientific(decimals) }

  /// A hundred times the integer with a percent sign.
  ///
  /// ```swift
  /// 1.percent()  // => 100%
  /// ```
  public func percent(_ decimals: Int = 0) -> FormattedNumber { Double(self).percent(decimals) }

  /// The integer with its digits in groups of three.
  ///
  /// ```swift
  /// 1_234_567.grouped()                // => 1,234,567
  /// 1_234_567.grouped(separator: " ")  // => 1 234 567
  /// ```
  ///
  /// - Parameter separator: what stands between the groups, such as `,` or a narrow space.
  public func grouped(separator: String = ",") -> FormattedNumber {
    let groups = DigitGroups(of: "\(self)")
    return FormattedNumber(
      groups.joined(by: separator),
      latex: groups.joined(by: "{\(separator)}")
    )
  }
}
