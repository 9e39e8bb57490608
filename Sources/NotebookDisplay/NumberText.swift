/// A number in significant digits.
enum SignificantText {
  static func text(_ value: Double, digits: Int) -> String {
    let decimals = max(1, min(digits, 100)) - 1
    let scientific = PrintfText.scientific(value, decimals: decimals)
    // Rounding may carry into the next power of ten, so the exponent is read from the result.
    let exponent = scientific.split(separator: "e").last.flatMap { Int($0) } ?? 0
    guard value == 0 || (-5..<15).contains(exponent) else { return scientific }
    // Digits before the point that are not significant are zero, hence the rounded value.
    let rounded = decimals < exponent ? Double(scientific) ?? value : value
    return PrintfText.fixed(rounded, decimals: decimals - exponent)
  }
}

/// A hundred times a number: the point is moved, as a product would round twice.
enum PercentText {
  static func digits(of value: Double, decimals: Int) -> String {
    let decimals = max(0, min(decimals, 98))
    let parts = PrintfText.fixed(value.magnitude, decimals: decimals + 2).split(separator: ".")
    let whole = String(parts[0]) + (parts.count > 1 ? parts[1].prefix(2) : "")
    let fraction = parts.count > 1 ? String(parts[1].dropFirst(2)) : ""
    let significant = whole.drop { $0 == "0" }
    let sign = value.sign == .minus ? "-" : ""
    return sign + (significant.isEmpty ? "0" : significant)
      + (fraction.isEmpty ? "" : "." + fraction)
  }
}

/// An integer's digits in groups of three, counted from the right.
struct DigitGroups {
  private let sign: String
  private var groups: [Substring] = []

  init(of integer: String) {
    sign = integer.hasPrefix("-") ? "-" : ""
    var rest = integer.dropFirst(sign.count)
    while !rest.isEmpty {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
  }

  func joined(by separator: String) -> String { sign + groups.joined(separator: separator) }
}
