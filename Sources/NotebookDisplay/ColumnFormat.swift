/// The common format of a table's column of floating-point numbers, by what a reader can use: six
/// significant digits of the largest and at least three of the smallest, as many decimals in each, and
/// an exponent for all where that would take too much room.
///
/// A column that is exact with fewer decimals has fewer. The table's plain text, which promises are
/// compared with, keeps all digits.
struct ColumnFormat {
  private enum Style {
    case positional(decimals: Int)
    case scientific(decimals: Int)
  }

  private static let significant = 6
  private static let leastSignificant = 3
  private let style: Style

  /// - Parameter values: the column's numbers.
  init(_ values: [Double]) {
    let finite = values.filter(\.isFinite)
    let decimals = finite.map { ShortestDecimal($0) }
    let exponents = zip(finite, decimals).filter { $0.0 != 0 }.map(\.1.exponent)
    let (least, most) = (exponents.min() ?? 0, exponents.max() ?? 0)
    let needed = decimals.map(\.decimals).max() ?? 0
    let isWhole = needed == 0 && most < 15
    if isWhole || most < 9 && least >= -4 && most - least <= Self.significant {
      let useful = max(Self.significant - 1 - most, Self.leastSignificant - 1 - least)
      // A whole number of this type is written `2.0`.
      style = .positional(decimals: max(min(needed, useful), 1))
    } else {
      let digits = decimals.map { $0.digits.count - 1 }.max() ?? 0
      style = .scientific(decimals: min(digits, Self.significant - 1))
    }
  }

  func callAsFunction(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    return switch style {
    case .positional(let decimals): PrintfText.fixed(value, decimals: decimals)
    case .scientific(let decimals): PrintfText.scientific(value, decimals: decimals)
    }
  }
}
