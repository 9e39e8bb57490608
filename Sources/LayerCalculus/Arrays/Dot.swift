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
    return read { left, count in
      other.read { right, _ in PairwiseSum.dot(left, right, count: count) }
    }
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
      try requireInner(count, matrix, matrix.rows)
    }
    return read { factors, rows in
      matrix.read { elements, _ in
        Vector(filling: matrix.columns) {
          RowCombination(factors, elements, rows: rows, columns: matrix.columns).write(to: $0)
        }
      }
    }
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
      try requireInner(columns, vector, vector.count)
    }
    return read { elements, _ in
      vector.read { vector, _ in
        Vector(filling: rows) { result in
          Workers.performRanges(rows, cost: 2 * columns) { range in
            for row in range {
              let start = elements + row * columns
              result[row] = PairwiseSum.dot(start, vector, count: columns, threads: 1)
            }
          }
        }
      }
    }
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

  /// The product of this matrix, or of its transpose, and another one.
  func product(transposed: Bool = false, with other: Matrix) -> Matrix {
    read { left, _ in
      other.read { right, _ in
        let factor = MatrixFactor(left, rows: rows, columns: columns)
        let left = transposed ? factor.transposed : factor
        return Matrix(filling: left.rows, other.columns) { result in
          MatrixProduct.write(
            left,
            MatrixFactor(right, rows: other.rows, columns: other.columns),
            to: result,
            threads: Workers.count(for: left.rows * left.columns * other.columns / 8)
          )
        }
      }
    }
  }

  /// The product AᵀB of this matrix' transpose and another matrix, without the transpose in memory.
  ///
  /// ```swift
  /// let inputs: Matrix = [[1, 2], [3, 4]]
  /// let errors: Matrix = [[1], [10]]
  /// inputs.transposedDot(errors)
  /// // => [[31.]
  /// //     [42.]]
  /// ```
  ///
  /// - Parameter other: as many rows as this matrix; another number traps.
  /// - Returns: a matrix with as many rows as this one has columns, and the columns of the other.
  public func transposedDot(
    _ other: Matrix,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Matrix {
    check("transposedDot", file, line) { () throws(InvalidArgument) in
      try requireInner(rows, other, other.rows)
    }
    return product(transposed: true, with: other)
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
