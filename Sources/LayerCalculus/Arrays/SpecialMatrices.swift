extension Matrix {
  /// The transpose: rows become columns.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2, 3], [4, 5, 6]]
  /// A.transposed
  /// // => [[1. 4.]
  /// //     [2. 5.]
  /// //     [3. 6.]]
  /// ```
  public var transposed: Matrix {
    read { elements, _ in
      Matrix(filling: columns, rows) { Transposition.write(elements, rows, columns, to: $0) }
    }
  }

  /// The elements with equal row and column, as many as the shorter side has.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2, 3], [4, 5, 6]]
  /// A.diagonal  // => [1. 5.]
  /// ```
  public var diagonal: Vector {
    Vector(unchecked: (0..<Swift.min(rows, columns)).map { numbers[$0 * columns + $0] })
  }

  /// The square matrix with ones on its diagonal and zeros elsewhere.
  ///
  /// ```swift
  /// Matrix.identity(2)
  /// // => [[1. 0.]
  /// //     [0. 1.]]
  /// ```
  ///
  /// - Parameter size: the number of rows and of columns, at least 1; less traps.
  public static func identity(
    _ size: Int,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Matrix {
    diagonal(Vector(repeating: 1, count: size, file: file, line: line))
  }

  /// The square matrix diag(v): a vector on its diagonal and zeros elsewhere.
  ///
  /// ```swift
  /// Matrix.diagonal([2, 3])
  /// // => [[2. 0.]
  /// //     [0. 3.]]
  /// ```
  public static func diagonal(_ vector: Vector) -> Matrix {
    let size = vector.count
    var elements = [Double](repeating: 0, count: size * size)
    for index in 0..<size { elements[index * size + index] = vector.numbers[index] }
    return Matrix(unchecked: elements, rows: size, columns: size)
  }
}

/// The outer product x yᵀ, whose element (i, j) is x_i y_j.
///
/// ```swift
/// outerProduct([1, 2], [10, 20, 30])
/// // => [[10. 20. 30.]
/// //     [20. 40. 60.]]
/// ```
///
/// - Returns: a matrix with a row for each element of `left` and a column for each of `right`.
public func outerProduct(_ left: Vector, _ right: Vector) -> Matrix {
  left.read { left, rows in
    right.read { right, columns in
      Matrix(filling: rows, columns) { OuterProduct.write(left, rows, right, columns, to: $0) }
    }
  }
}

/// The Kronecker delta δ_ij: 1 if i = j, else 0.
///
/// Defined before equation (5) of J. Purcell, *Derivative of the Softmax Function*, 2021.
///
/// ```swift
/// kroneckerDelta(2, 2)  // => 1.0
/// kroneckerDelta(2, 3)  // => 0.0
/// ```
public func kroneckerDelta(_ i: Int, _ j: Int) -> Double {
  i == j ? 1 : 0
}
