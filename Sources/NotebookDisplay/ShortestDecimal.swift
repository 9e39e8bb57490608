/// The shortest decimal that reads back as the same `Double`: d.ddd × 10^exponent.
///
/// Swift's `description` finds those digits; this takes them apart.
struct ShortestDecimal {
  /// Significant digits without leading or trailing zeros; "0" for zero.
  let digits: String
  /// The power of ten of the first digit.
  let exponent: Int

  /// - Parameter value: a finite number; its sign is left out.
  init(_ value: Double) {
    let parts = value.magnitude.description.split(separator: "e")
    let places = (parts.first ?? "0").split(separator: ".", omittingEmptySubsequences: false)
    let whole = places.first ?? "0"
    let all = whole + (places.count > 1 ? places[1] : "")
    let leadingZeros = all.prefix { $0 == "0" }.count
    let significant = all.dropFirst(leadingZeros).droppingTrailingZeros
    let written = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    digits = significant.isEmpty ? "0" : String(significant)
    exponent = significant.isEmpty ? 0 : written + whole.count - 1 - leadingZeros
  }

  /// How many decimals the number has when it is written without an exponent.
  var decimals: Int { max(0, digits.count - 1 - exponent) }
}

extension Substring {
  var droppingTrailingZeros: Substring {
    var rest = self
    while rest.last == "0" { rest.removeLast() }
    return rest
  }
}
