extension RealArray {
  /// The sum of all elements.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// A.sum  // => 10.0
  /// ```
  public var sum: Double { elements.reduce(0, +) }

  /// The arithmetic mean of all elements.
  ///
  /// ```swift
  /// let x: Vector = [1, 2, 6]
  /// x.mean  // => 3.0
  /// ```
  public var mean: Double { sum / Double(elements.count) }

  /// The largest element, or NaN when there is one among the elements.
  ///
  /// ```swift
  /// let x: Vector = [1, 6, 2]
  /// x.maximum  // => 6.0
  /// ```
  public var maximum: Double { elements.reduce(-.infinity, Double.propagatingMaximum) }

  /// The smallest element, or NaN when there is one among the elements.
  ///
  /// ```swift
  /// let x: Vector = [1, -6, 2]
  /// x.minimum  // => -6.0
  /// ```
  public var minimum: Double { -elements.reduce(-.infinity) { .propagatingMaximum($0, -$1) } }
}

extension Vector {
  /// The index of the largest element, the first of them if several are equal: the class that a
  /// classifier chooses.
  ///
  /// ```swift
  /// let activations = softmax([2, 5, -1])
  /// activations.indexOfMaximum  // => 1
  /// ```
  public var indexOfMaximum: Int {
    elements.indices.reduce(0) { elements[$1] > elements[$0] ? $1 : $0 }
  }
}

extension Matrix {
  /// The sum of each row, a vector of `rows` elements.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// A.rowSums  // => [3. 7.]
  /// ```
  public var rowSums: Vector { mapRows { $0.sum } }

  /// The sum of each column, a vector of `columns` elements.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// A.columnSums  // => [4. 6.]
  /// ```
  public var columnSums: Vector { Vector(unchecked: transposed.rowVectors.map(\.sum)) }
}

extension Double {
  static func propagatingMaximum(_ a: Double, _ b: Double) -> Double {
    a.isNaN || b.isNaN ? .nan : Swift.max(a, b)
  }
}
