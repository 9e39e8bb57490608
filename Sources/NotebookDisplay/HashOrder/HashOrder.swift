/// Tells which collections in a text have no order of their own, so that a promise may write their
/// elements in any: where such a collection is printed or becomes part of a text, nobody can see that
/// afterwards.
struct HashOrder {
  /// How many values are looked at in one.
  private var remaining = 10_000

  /// Tells of all such collections in a value that is about to be written.
  static func tell(of value: Any) {
    guard Recorder.shared != nil else { return }
    var order = HashOrder()
    order.visit(value, depth: 0)
  }

  /// Tells of one by its elements as they are written.
  static func tell(elements: [String]) {
    guard elements.count > 1 else { return }
    Recorder.shared?.note(unordered: elements)
  }

  /// Whether values of a type hold no such collection, which can be seen without one.
  @inline(__always)
  static func isAbsent<T>(from type: T.Type) -> Bool { _isPOD(type) || type == String.self }

  /// A value as a collection's description writes it.
  static func written(_ value: some Any) -> String {
    var text = ""
    Swift.debugPrint(value, terminator: "", to: &text)
    return text
  }

  private mutating func visit(_ value: Any, depth: Int) {
    remaining -= 1
    guard remaining >= 0, depth < 20 else { return }
    switch value {
    case is String, is Int, is Double, is Bool: return
    case let optional as any ShownOptional:
      if let value = optional.shownValue { visit(value, depth: depth + 1) }
    case let hashed as any HashedCollection:
      Self.tell(elements: hashed.writtenElements)
      for value in hashed.heldValues { visit(value, depth: depth + 1) }
    case let list as any ShownList & Sequence: visitElements(of: list, depth: depth + 1)
    case is any CustomStringConvertible, is any CustomDebugStringConvertible,
      is any TextOutputStreamable:
      // What these write comes here by way of their own code.
      return
    default:
      let mirror = Mirror(reflecting: value)
      guard mirror.displayStyle != .class else { return }
      for child in mirror.children { visit(child.value, depth: depth + 1) }
    }
  }

  private mutating func visitElements<S: Sequence>(of sequence: S, depth: Int) {
    guard !Self.isAbsent(from: S.Element.self) else { return }
    for element in sequence {
      visit(element, depth: depth)
      guard remaining >= 0 else { return }
    }
  }
}
