extension Vector: RandomAccessCollection, MutableCollection {
  /// Always 0.
  public var startIndex: Int { 0 }

  /// The number of elements.
  public var endIndex: Int { elements.count }

  /// The element at an index, for generic code.
  ///
  /// The subscript that knows its caller's line is preferred where both would do, as a protocol's
  /// requirement cannot have parameters more.
  @_disfavoredOverload
  public subscript(position: Int) -> Double {
    get { self[position, file: #fileID, line: #line] }
    set { self[position, file: #fileID, line: #line] = newValue }
  }
}

extension Vector: ExpressibleByArrayLiteral {
  /// A vector from its elements, as in `[0.1, 0.5, 0.4]`; an empty literal traps.
  public init(arrayLiteral elements: Double...) {
    self.init(elements)
  }
}

// Without these, `x + [1, 1, 1]` would be the standard library's `+`, which appends: it takes any
// sequence, and a literal would rather be an array than a vector.
extension Vector {
  /// The sum, element by element; another number of elements traps.
  public static func + (left: Vector, right: [Double]) -> Vector { left + Vector(right) }

  /// The sum, element by element; another number of elements traps.
  public static func + (left: [Double], right: Vector) -> Vector { Vector(left) + right }
}
