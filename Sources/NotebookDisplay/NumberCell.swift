/// A number that can be an element of a vector or a matrix.
protocol NumberCell {
  var cellText: String { get }
  var cellTeX: String { get }
  static func matrixText(_ rows: [[Self]]) -> String
}

extension NumberCell {
  static func matrixText(_ rows: [[Self]]) -> String {
    Grid(rows.map { $0.map(\.cellText) }).plain
  }
}

extension NumberCell where Self: BinaryFloatingPoint {
  var cellText: String { "\(self)" }
  var cellTeX: String { TeX.shortNumber(decimalDouble) }
  static func matrixText(_ rows: [[Self]]) -> String {
    NumPyText.matrix(rows.map { $0.map(\.decimalDouble) })
  }

  /// The `Double` of the same shortest decimal: 0.1 for the `Float` 0.1, not 0.10000000149.
  private var decimalDouble: Double { Double("\(self)") ?? Double(self) }
}

extension Double: NumberCell {}
extension Float: NumberCell {}

extension NumberCell where Self: BinaryInteger {
  var cellText: String { "\(self)" }
  var cellTeX: String { "\(self)" }
}

extension Int: NumberCell {}
extension Int8: NumberCell {}
extension Int16: NumberCell {}
extension Int32: NumberCell {}
extension Int64: NumberCell {}
extension UInt: NumberCell {}
extension UInt8: NumberCell {}
extension UInt16: NumberCell {}
extension UInt32: NumberCell {}
extension UInt64: NumberCell {}

extension FormattedNumber: NumberCell {
  var cellText: String { description }
  var cellTeX: String { latex }
}
