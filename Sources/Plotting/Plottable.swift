/// What can stand on an axis: numbers along a scale, texts and truth values as categories.
public protocol Plottable {
  /// The value's place on an axis.
  var position: AxisPosition { get }
}

/// A place on an axis.
public enum AxisPosition: Sendable, Hashable {
  /// A place on a continuous scale; one that is not finite is left out of the chart.
  case number(Double)
  /// One of the axis's categories, which stand in the order in which they first occur.
  case category(String)

  var category: String {
    switch self {
    case .number(let value): JSON.shortText(value)
    case .category(let name): name
    }
  }

  var isFinite: Bool {
    switch self {
    case .number(let value): value.isFinite
    case .category: true
    }
  }
}

extension Plottable where Self: BinaryFloatingPoint {
  /// The number itself.
  public var position: AxisPosition { .number(Double(self)) }
}

extension Plottable where Self: BinaryInteger {
  /// The number itself.
  public var position: AxisPosition { .number(Double(self)) }
}

extension Plottable where Self: StringProtocol {
  /// The text as a category.
  public var position: AxisPosition { .category(String(self)) }
}

extension Double: Plottable {}
extension Float: Plottable {}
extension Int: Plottable {}
extension UInt8: Plottable {}
extension String: Plottable {}
extension Substring: Plottable {}

extension Bool: Plottable {
  /// The category `true` or `false`.
  public var position: AxisPosition { .category("\(self)") }
}

extension Character: Plottable {
  /// The character as a category.
  public var position: AxisPosition { .category(String(self)) }
}
