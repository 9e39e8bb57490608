/// A number such as `-1.50e-07`, taken apart.
struct ScientificText {
  /// The sign and the first digit.
  var whole: String
  /// The digits after the point.
  var fraction: String
  var isSmall: Bool
  /// The exponent's digits without its sign, at least two.
  var exponent: String

  init(_ value: Double, decimals: Int) {
    let parts = PrintfText.scientific(value, decimals: decimals).split(separator: "e")
    let places = parts[0].split(separator: ".")
    whole = String(places[0])
    fraction = places.count > 1 ? String(places[1]) : ""
    isSmall = parts.last?.first == "-"
    exponent = String(parts.last?.dropFirst() ?? "00")
  }

  /// The same number without zeros at the end of its fraction.
  var trimmed: ScientificText {
    var shorter = self
    shorter.fraction = String(fraction[...].droppingTrailingZeros)
    return shorter
  }

  func text(exponentDigits: Int) -> String {
    let zeros = String(repeating: "0", count: max(0, exponentDigits - exponent.count))
    return whole + "." + fraction + "e" + (isSmall ? "-" : "+") + zeros + exponent
  }
}
