#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What can stand on an axis: numbers and dates along a scale, texts and truth values as categories.
///
/// ```swift
/// enum Grade: String, Plottable {
///   case passed, failed
///   var position: AxisPosition { rawValue.position }
/// }
/// Chart { Bar(x: [Grade.passed, .failed], y: [17, 3]) }  // => Bar chart (2 bars)
/// ```
public protocol Plottable {
  /// The value's place on an axis.
  ///
  /// ```swift
  /// 0.5.position  // => number(0.5)
  /// ```
  var position: AxisPosition { get }
}

extension Plottable where Self: BinaryFloatingPoint {
  /// The number itself.
  ///
  /// ```swift
  /// 2.5.position  // => number(2.5)
  /// ```
  public var position: AxisPosition { .number(Double(self)) }
}

extension Plottable where Self: BinaryInteger {
  /// The number itself.
  ///
  /// ```swift
  /// 2.position  // => number(2.0)
  /// ```
  public var position: AxisPosition { .number(Double(self)) }
}

extension Plottable where Self: StringProtocol {
  /// The text as a category.
  ///
  /// ```swift
  /// "Tuesday".position  // => category("Tuesday")
  /// ```
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
  ///
  /// ```swift
  /// true.position  // => category("true")
  /// ```
  public var position: AxisPosition { .category("\(self)") }
}

extension Character: Plottable {
  /// The character as a category.
  ///
  /// ```swift
  /// let grade: Character = "A"
  /// grade.position  // => category("A")
  /// ```
  public var position: AxisPosition { .category(String(self)) }
}

extension Date: Plottable {
  /// The moment on a scale of days and hours in UTC.
  ///
  /// ```swift
  /// import Foundation
  ///
  /// Date(timeIntervalSince1970: 86_400).position  // => time(86400.0)
  /// ```
  public var position: AxisPosition { .time(timeIntervalSince1970) }
}
