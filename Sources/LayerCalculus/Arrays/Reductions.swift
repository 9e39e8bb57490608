extension RealArray {
  /// The sum of all elements, formed in pairs of halves, so that rounding hardly grows with their number.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// A.sum  // => 10.0
  /// ```
  public var sum: Double { read { PairwiseSum.of($0, count: $1) } }

  /// The arithmetic mean of all elements.
  ///
  /// ```swift
  /// let x: Vector = [1, 2, 6]
  /// x.mean  // => 3.0
  /// ```
  public var mean: Double { sum / Double(shape.count) }

  /// The largest element, or NaN when there is one among the elements.
  ///
  /// ```swift
  /// let x: Vector = [1, 6, 2]
  /// x.maximum  // => 6.0
  /// ```
  public var maximum: Double { read { Maximum(of: $0, count: $1).value } }

  /// The smallest element, or NaN when there is one among the elements.
  ///
  /// ```swift
  /// let x: Vector = [1, -6, 2]
  /// x.minimum  // => -6.0
  /// ```
  public var minimum: Double { -(-self).maximum }
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
    read { elements, count in
      (0..<count).reduce(0) { elements[$1] > elements[$0] ? $1 : $0 }
    }
  }
}

extension Matrix {
  /// The sum of each row, a vector of `rows` elements.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// A.rowSums  // => [3. 7.]
  /// ```
  public var rowSums: Vector {
    read { elements, _ in
      Vector(filling: rows) { sums in
        for row in 0..<rows {
          sums[row] = PairwiseSum.of(elements + row * columns, count: columns)
        }
      }
    }
  }

  /// The sum of each column, a vector of `columns` elements.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// A.columnSums  // => [4. 6.]
  /// ```
  public var columnSums: Vector { Vector(repeating: 1, count: rows).dot(self) }
}

extension Double {
  static func propagatingMaximum(_ a: Double, _ b: Double) -> Double {
    a.isNaN || b.isNaN ? .nan : Swift.max(a, b)
  }
}
