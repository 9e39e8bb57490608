// `*` is the matrix product where a matrix takes part, as in mathematics; two vectors have no such
// product, so they have `dot`, `outerProduct` and `hadamard`. An operator cannot take its caller's
// line; `dot` does.
extension Matrix {
  /// The matrix product AB; inner dimensions that differ trap.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// let swap: Matrix = [[0, 1], [1, 0]]
  /// A * swap
  /// // => [[2. 1.]
  /// //     [4. 3.]]
  /// ```
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    left.dot(right)
  }

  /// The product of a matrix and a column, Ax; inner dimensions that differ trap.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// let x: Vector = [1, 10]
  /// A * x  // => [21. 43.]
  /// ```
  public static func * (left: Matrix, right: Vector) -> Vector {
    left.dot(right)
  }

  /// The product of a row and a matrix, xᵀA; inner dimensions that differ trap.
  ///
  /// ```swift
  /// let x: Vector = [1, 10]
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// x * A  // => [31. 42.]
  /// ```
  public static func * (left: Vector, right: Matrix) -> Vector {
    left.dot(right)
  }
}
