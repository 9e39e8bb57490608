extension Matrix {
  /// One row.
  ///
  /// - Parameter index: counted from 0; one outside the matrix traps.
  /// - Returns: a vector of `columns` elements.
  public func row(
    _ index: Int,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Vector {
    check("Matrix.row", file, line) { () throws(InvalidArgument) in
      try requireIndex(index, named: "row", below: rows)
    }
    return Vector(unchecked: Array(elements[index * columns..<(index + 1) * columns]))
  }

  /// One column.
  ///
  /// - Parameter index: counted from 0; one outside the matrix traps.
  /// - Returns: a vector of `rows` elements.
  public func column(
    _ index: Int,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Vector {
    check("Matrix.column", file, line) { () throws(InvalidArgument) in
      try requireIndex(index, named: "column", below: columns)
    }
    return Vector(unchecked: (0..<rows).map { elements[$0 * columns + index] })
  }

  /// The rows in order: the samples of a batch.
  public var rowVectors: [Vector] {
    (0..<rows).map { row($0) }
  }

  /// Turns each row, which is one sample of a batch, into a row of a new matrix.
  ///
  /// - Parameter transform: must return vectors of one length; unequal ones trap.
  public func mapRows(
    file: StaticString = #fileID,
    line: UInt = #line,
    _ transform: (Vector) -> Vector
  ) -> Matrix {
    Matrix(rows: rowVectors.map(transform), file: file, line: line)
  }

  /// Turns each row, which is one sample of a batch, into one number.
  ///
  /// - Returns: a vector of `rows` elements.
  public func mapRows(_ transform: (Vector) -> Double) -> Vector {
    Vector(unchecked: rowVectors.map(transform))
  }
}
