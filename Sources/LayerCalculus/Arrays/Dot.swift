extension Vector {
  /// The dot product a · b.
  ///
  /// ```swift
  /// let a: Vector = [1, 2, 3]
  /// a.dot([4, 5, 6])  // => 32.0
  /// ```
  ///
  /// - Parameter other: as many elements as this vector; another number of them traps.
  public func dot(
    _ other: Vector,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Double {
    check("dot", file, line) { () throws(InvalidArgument) in
      try requireShape(of: other, named: "left side", "right side")
    }
    return zip(elements, other.elements).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The product of this vector as a row and a matrix: xᵀA, which is Aᵀx.
  ///
  /// ```swift
  /// let x: Vector = [1, 10]
  /// let A: Matrix = [[1, 2, 3], [4, 5, 6]]
  /// x.dot(A)  // => [41. 52. 63.]
  /// ```
  ///
  /// - Parameter matrix: as many rows as this vector has elements; another number traps.
  /// - Returns: a vector with an element for each column of the matrix.
  public func dot(
    _ matrix: Matrix,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Vector {
    check("dot", file, line) { () throws(InvalidArgument) in
      try requireInner(elements.count, matrix, matrix.rows)
    }
    let row = Matrix(unchecked: elements, rows: 1, columns: elements.count)
    return Vector(unchecked: row.product(with: matrix).elements)
  }
}

extension Matrix {
  /// The product of this matrix and a vector as a column, Ax.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2, 3], [4, 5, 6]]
  /// let x: Vector = [1, 0, 1]
  /// A.dot(x)  // => [ 4. 10.]
  /// ```
  ///
  /// - Parameter vector: as many elements as the matrix has columns; another number traps.
  /// - Returns: a vector with an element for each row of the matrix.
  public func dot(
    _ vector: Vector,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Vector {
    check("dot", file, line) { () throws(InvalidArgument) in
      try requireInner(columns, vector, vector.elements.count)
    }
    let column = Matrix(unchecked: vector.elements, rows: vector.elements.count, columns: 1)
    return Vector(unchecked: product(with: column).elements)
  }

  /// The matrix product AB.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// let B: Matrix = [[1, 1], [0, 1]]
  /// A.dot(B)
  /// // => [[1. 3.]
  /// //     [3. 7.]]
  /// ```
  ///
  /// - Parameter other: as many rows as this matrix has columns; another number traps.
  /// - Returns: a matrix with the rows of this one and the columns of the other.
  public func dot(
    _ other: Matrix,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Matrix {
    check("dot", file, line) { () throws(InvalidArgument) in
      try requireInner(columns, other, other.rows)
    }
    return product(with: other)
  }

  /// The product by the i-k-j loops, which read and write along rows, the order of the storage.
  func product(with other: Matrix) -> Matrix {
    let (inner, width) = (columns, other.columns)
    var product = [Double](repeating: 0, count: rows * width)
    product.withUnsafeMutableBufferPointer { product in
      elements.withUnsafeBufferPointer { left in
        other.elements.withUnsafeBufferPointer { right in
          for i in 0..<rows {
            for k in 0..<inner {
              let factor = left[i * inner + k]
              for j in 0..<width {
                product[i * width + j] += factor * right[k * width + j]
              }
            }
          }
        }
      }
    }
    return Matrix(unchecked: product, rows: rows, columns: width)
  }
}

extension RealArray {
  fileprivate func requireInner<B: RealArray>(
    _ count: Int,
    _ other: B,
    _ otherCount: Int
  ) throws(InvalidArgument) {
    try requireCount(count, fits: other, otherCount, named: "left side", "right side")
  }
}
