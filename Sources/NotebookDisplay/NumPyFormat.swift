/// The common format of an array's elements by NumPy's rules (`FloatingFormat` of its `arrayprint`):
/// at most 8 decimals, all elements equally wide, an exponent for all as soon as one needs it.
struct NumPyFormat {
  private enum Style {
    case positional(decimals: Int, keepsZeros: Bool)
    case scientific(decimals: Int, exponentDigits: Int)
  }

  private static let precision = 8
  private let style: Style
  private var left = 0
  private var right = 0

  /// - Parameters:
  ///   - values: the elements that will be shown.
  ///   - digits: that many decimals and never an exponent; `nil` for NumPy's own choice.
  init(_ values: [Double], digits: Int?) {
    let finite = values.filter(\.isFinite)
    if let digits {
      style = .positional(decimals: max(0, digits), keepsZeros: true)
    } else if Self.needsExponent(finite) {
      let decimals = finite.map { min(ShortestDecimal($0).digits.count - 1, Self.precision) }
      let written = zip(finite, decimals).map {
        ScientificText($0, decimals: $1).trimmed
      }
      style = .scientific(
        decimals: written.map(\.fraction.count).max() ?? 0,
        exponentDigits: written.map(\.exponent.count).max() ?? 2
      )
    } else {
      style = .positional(decimals: Self.precision, keepsZeros: false)
    }
    let halves = finite.map { number($0).split(separator: ".", omittingEmptySubsequences: false) }
    left = halves.map { $0.first?.count ?? 0 }.max() ?? 0
    right = halves.map { $0.count > 1 ? $0[1].count : 0 }.max() ?? 0
    let widest = values.lazy.filter { !$0.isFinite }.map { Self.name($0).count }.max() ?? 0
    left = max(left, widest - right - 1)
  }

  /// One element, padded to the common width.
  func callAsFunction(_ value: Double) -> String {
    guard value.isFinite else { return Self.name(value).padded(toLeft: left + 1 + right) }
    let halves = number(value).split(separator: ".", omittingEmptySubsequences: false)
    let fraction = halves.count > 1 ? String(halves[1]) : ""
    return String(halves.first ?? "").padded(toLeft: left) + "." + fraction.padded(toRight: right)
  }

  private func number(_ value: Double) -> String {
    switch style {
    case .positional(let decimals, keepsZeros: true):
      return PrintfText.fixed(value, decimals: decimals)
    case .positional(let decimals, keepsZeros: false):
      let needed = min(decimals, ShortestDecimal(value).decimals)
      let text = PrintfText.fixed(value, decimals: needed)
      return needed == 0 ? text : String(text[...].droppingTrailingZeros)
    case .scientific(let decimals, let exponentDigits):
      return ScientificText(value, decimals: decimals).text(exponentDigits: exponentDigits)
    }
  }

  private static func needsExponent(_ finite: [Double]) -> Bool {
    let magnitudes = finite.lazy.map(\.magnitude).filter { $0 > 0 }
    guard let least = magnitudes.min(), let most = magnitudes.max() else { return false }
    return most >= 1e8 || least < 1e-4 || most / least > 1000
  }

  private static func name(_ value: Double) -> String {
    value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
  }
}
