/// A collection of the standard library as a list with an order that is the same in every run.
protocol ShownList {
  /// Its elements, or the first and last 3 with `nil` between them when there are over 1,000.
  var shownElements: [Any?] { get }
  /// Whether it has no order of its own.
  var isUnordered: Bool { get }
}

extension ShownList {
  var isUnordered: Bool { false }
}

extension ShownList where Self: RandomAccessCollection {
  var shownElements: [Any?] {
    Elision.textPositions(of: count, total: count).map { position in
      position.map { self[index(startIndex, offsetBy: $0)] }
    }
  }
}

extension Array: ShownList {}
extension ArraySlice: ShownList {}
extension ContiguousArray: ShownList {}

extension Set: ShownList {
  var isUnordered: Bool { true }

  var shownElements: [Any?] {
    map { (element: $0, order: SortKey($0)) }.sorted { $0.order < $1.order }.map(\.element)
      .shownElements
  }
}

/// A dictionary as pairs, sorted by key.
protocol ShownDictionary {
  var shownPairs: [(key: Any, value: Any)?] { get }
}

extension Dictionary: ShownDictionary {
  var shownPairs: [(key: Any, value: Any)?] {
    let keys = keys.map { (key: $0, order: SortKey($0)) }.sorted { $0.order < $1.order }
    return Elision.textPositions(of: count, total: count).map { position in
      guard let position, let value = self[keys[position].key] else { return nil }
      return (keys[position].key, value)
    }
  }
}

/// An optional whose wrapped type is not known.
protocol ShownOptional {
  var shownValue: Any? { get }
}

extension Optional: ShownOptional {
  var shownValue: Any? { self }
}

/// The place of an element whose own order is not the same in every run: numbers by size, then all
/// else by description.
struct SortKey: Comparable {
  private let number: Double
  private let text: String

  init(_ value: Any) {
    text = "\(value)"
    let isNumber = value is any BinaryInteger || value is any BinaryFloatingPoint
    let number = isNumber ? Double(text) ?? .infinity : .infinity
    self.number = number.isNaN ? .infinity : number
  }

  static func < (left: SortKey, right: SortKey) -> Bool {
    (left.number, left.text) < (right.number, right.text)
  }
}
