extension Vector: RandomAccessCollection, MutableCollection {
  /// Always 0.
  ///
  /// ```swift
  /// let x: Vector = [0.1, 0.5]
  /// x[x.startIndex]  // => 0.1
  /// ```
  public var startIndex: Int { 0 }

  /// The number of elements.
  ///
  /// ```swift
  /// let x: Vector = [0.1, 0.5]
  /// x.endIndex  // => 2
  /// ```
  public var endIndex: Int { numbers.count }

  /// The element at an index, for generic code.
  ///
  /// The subscript that knows its caller's line is preferred where both would do, as a protocol's
  /// requirement cannot have parameters more.
  ///
  /// ```swift
  /// func last<Numbers: BidirectionalCollection>(of numbers: Numbers) -> Numbers.Element {
  ///   numbers[numbers.index(before: numbers.endIndex)]
  /// }
  /// let x: Vector = [0.1, 0.5]
  /// last(of: x)  // => 0.5
  /// ```
  @_disfavoredOverload
  public subscript(position: Int) -> Double {
    get { self[position, file: #fileID, line: #line] }
    set { self[position, file: #fileID, line: #line] = newValue }
  }
}

extension Vector: ExpressibleByArrayLiteral {
  /// A vector from its elements, as in `[0.1, 0.5, 0.4]`; an empty literal traps.
  ///
  /// ```swift
  /// let x: Vector = [0.1, 0.5, 0.4]
  /// x  // => [0.1 0.5 0.4]
  /// ```
  public init(arrayLiteral elements: Double...) {
    self.init(elements)
  }
}

// Without these, `x + [1, 1, 1]` would be the standard library's `+`, which appends: it takes any
// sequence, and a literal would rather be an array than a vector.
extension Vector {
  /// The sum, element by element; another number of elements traps.
  ///
  /// ```swift
  /// let x: Vector = [1, 2]
  /// x + [10, 20]  // => [11. 22.]
  /// ```
  public static func + (left: Vector, right: [Double]) -> Vector { left + Vector(right) }

  /// The sum, element by element; another number of elements traps.
  ///
  /// ```swift
  /// let x: Vector = [1, 2]
  /// [10, 20] + x  // => [11. 22.]
  /// ```
  public static func + (left: [Double], right: Vector) -> Vector { Vector(left) + right }
}
