extension Matrix {
  /// One row, which shares the matrix' memory until one of the two is changed.
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
    return rowVector(index)
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
    return Vector(unchecked: (0..<rows).map { numbers[$0 * columns + index] })
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
    (0..<rows).map(rowVector)
  }

  private func rowVector(_ index: Int) -> Vector {
    Vector(Numbers(index * columns..<(index + 1) * columns, of: numbers))
  }

  /// Some of the rows as a matrix, such as a mini-batch of the samples. It shares this matrix' memory until one of
  /// the two is changed.
  ///
  /// ```swift
  /// let samples: Matrix = [[1, 2], [3, 4], [5, 6]]
  /// samples.rows(1..<3)
  /// // => [[3. 4.]
  /// //     [5. 6.]]
  /// ```
  ///
  /// - Parameter range: at least one row, within the matrix; otherwise traps.
  public func rows(
    _ range: Range<Int>,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Matrix {
    check("Matrix.rows", file, line) { () throws(InvalidArgument) in
      try InvalidArgument.requireElements([range.count, columns])
      try requireIndex(range.lowerBound, named: "row", below: rows)
      try requireIndex(range.upperBound - 1, named: "row", below: rows)
    }
    let part = Numbers(range.lowerBound * columns..<range.upperBound * columns, of: numbers)
    return Matrix(part, rows: range.count, columns: columns)
  }

  /// The rows at some places, in the order in which they are named, such as a batch of samples drawn at random.
  ///
  /// ```swift
  /// let samples: Matrix = [[1, 2], [3, 4], [5, 6]]
  /// samples.rows(at: [2, 0])
  /// // => [[5. 6.]
  /// //     [1. 2.]]
  /// ```
  ///
  /// - Parameter indices: at least one, each within the matrix; otherwise traps.
  public func rows(
    at indices: [Int],
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Matrix {
    check("Matrix.rows", file, line) { () throws(InvalidArgument) in
      try InvalidArgument.requireElements([indices.count, columns])
      for index in indices { try requireIndex(index, named: "row", below: rows) }
    }
    return read { elements, _ in
      Matrix(filling: indices.count, columns) { result in
        for (row, index) in indices.enumerated() {
          (result + row * columns).update(from: elements + index * columns, count: columns)
        }
      }
    }
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
    Vector(unchecked: (0..<rows).map { transform(rowVector($0)) })
  }
}
