#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What can stand on an axis: numbers and dates along a scale, texts and truth values as categories.
public protocol Plottable {
  /// The value's place on an axis.
  var position: AxisPosition { get }
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

extension Date: Plottable {
  /// The moment on a scale of days and hours in UTC.
  public var position: AxisPosition { .time(timeIntervalSince1970) }
}
