extension Matrix {
  /// One row.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// A.row(1)  // => [3. 4.]
  /// ```
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
  /// ```swift
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// A.column(1)  // => [2. 4.]
  /// ```
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
  ///
  /// ```swift
  /// let batch: Matrix = [[1, 2], [3, 4], [5, 6]]
  /// for sample in batch.rowVectors { print(sample.sum) }
  /// // Prints "3.0
  /// // 7.0
  /// // 11.0"
  /// ```
  public var rowVectors: [Vector] {
    (0..<rows).map { row($0) }
  }

  /// Turns each row, which is one sample of a batch, into a row of a new matrix.
  ///
  /// ```swift
  /// let batch: Matrix = [[1, 3], [2, 2]]
  /// batch.mapRows { $0 / $0.sum }
  /// // => [[0.25 0.75]
  /// //     [0.5  0.5 ]]
  /// ```
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
  /// ```swift
  /// let batch: Matrix = [[1, 3], [2, 2]]
  /// batch.mapRows { $0.maximum }  // => [3. 2.]
  /// ```
  ///
  /// - Returns: a vector of `rows` elements.
  public func mapRows(_ transform: (Vector) -> Double) -> Vector {
    Vector(unchecked: rowVectors.map(transform))
  }
}
