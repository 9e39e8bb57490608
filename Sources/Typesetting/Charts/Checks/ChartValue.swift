/// A JSON value of a chart's specification.
enum ChartValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([ChartValue])
  case object([String: ChartValue])

  subscript(key: String) -> ChartValue? { members?[key] }

  var members: [String: ChartValue]? {
    if case .object(let members) = self { members } else { nil }
  }

  var elements: [ChartValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number that a scale makes of the value: texts such as `"12"` count too.
  var number: Double? {
    switch self {
    case .number(let number): number
    case .bool(let isTrue): isTrue ? 1 : 0
    case .string(let text): Double(text)
    case .null, .array, .object: nil
    }
  }

  /// The value as an author would write it, cut short.
  var excerpt: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let value): Int(exactly: value).map { "\($0)" } ?? value.description
    case .string(let value): "\"\(value.prefix(40))\""
    case .array: "a list"
    case .object: "an object"
    }
  }
}
