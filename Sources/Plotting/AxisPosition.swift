/// A place on an axis.
///
/// ```swift
/// 2.position        // => number(2.0)
/// "Tuesday".position  // => category("Tuesday")
/// ```
public enum AxisPosition: Sendable, Hashable {
  /// A place on a continuous scale; one that is not finite is left out of the chart.
  case number(Double)
  /// A moment, in seconds since the beginning of 1970 in UTC.
  case time(Double)
  /// One of the axis's categories, which stand in the order in which they first occur.
  case category(String)

  /// The place as a label.
  var category: String {
    switch self {
    case .number(let value), .time(let value): JSON.shortText(value)
    case .category(let name): name
    }
  }

  /// The place on a continuous scale; `nil` for a category.
  var value: Double? {
    switch self {
    case .number(let value), .time(let value): value
    case .category: nil
    }
  }

  var isTime: Bool {
    if case .time = self { true } else { false }
  }
}
