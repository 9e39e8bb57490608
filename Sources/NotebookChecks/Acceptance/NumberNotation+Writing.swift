extension NumberNotation {
  /// Another value in this notation: with as many decimals, with or without an exponent, a plus, or
  /// groups of digits; `nil` where it cannot be written so.
  func text(of value: NumberNotation) -> String? {
    guard var digits = DecimalDigits(value) else { return nil }
    let number = exponent == nil ? fixed(&digits) : scientific(&digits, value)
    return number.map { signText(of: value, isZero: digits.digits.isEmpty) + $0 }
  }

  private func signText(of value: NumberNotation, isZero: Bool) -> String {
    if value.sign.isNegative, !isZero {
      return sign.isNegative ? sign.rawValue : value.sign.rawValue
    }
    return sign == .plus ? sign.rawValue : ""
  }

  private func fixed(_ digits: inout DecimalDigits) -> String? {
    guard digits.magnitude < 30 else { return nil }
    digits.round(to: -fraction.count)
    let padding = max(0, fraction.count + 1 - digits.digits.count)
    let all = Array(repeating: 0, count: padding) + digits.digits
    let whole = all.dropLast(fraction.count)
    let isBare = integer.isEmpty && whole.allSatisfy { $0 == 0 }
    return (isBare ? "" : grouped(whole)) + decimals(all.suffix(fraction.count))
  }

  private func scientific(_ digits: inout DecimalDigits, _ value: NumberNotation) -> String? {
    let count = fraction.count
    digits.round(to: digits.magnitude - count)
    // 9.99 becomes 10.0, which has a digit too many.
    if digits.digits.count > count + 1 { digits.round(to: digits.magnitude - count) }
    let power = digits.magnitude
    let all = digits.digits.isEmpty ? Array(repeating: 0, count: count + 1) : digits.digits
    return grouped(all.prefix(1)) + decimals(all.dropFirst()) + exponentText(power, value)
  }

  private func decimals(_ digits: ArraySlice<UInt8>) -> String {
    (hasPoint ? "." : "") + Self.text(digits)
  }

  private func exponentText(_ power: Int, _ value: NumberNotation) -> String {
    guard let exponent else { return "" }
    var digits = String(abs(power))
    // `e-07` has two digits at least, `e-7` one.
    if exponent.digits.count > 1, digits.count < 2 { digits = "0" + digits }
    let mark = String(decoding: [exponent.mark], as: UTF8.self)
    if power < 0 {
      return mark + (exponent.sign == .minus ? Sign.minus : .hyphen).rawValue + digits
    }
    let model = exponent.sign.isNegative ? value.exponent?.sign ?? .none : exponent.sign
    return mark + (model == .plus ? "+" : "") + digits
  }

  private func grouped(_ digits: ArraySlice<UInt8>) -> String {
    guard isGrouped else { return Self.text(digits) }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "_" }
      text += String(digit)
    }
    return text
  }

  private static func text(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + ASCII.zero }, as: UTF8.self)
  }
}
