extension Matrix {
  /// A matrix from its rows.
  ///
  /// ```swift
  /// let table = [[1.0, 2.0], [3.0, 4.0]]
  /// Matrix(table)
  /// // => [[1. 2.]
  /// //     [3. 4.]]
  /// ```
  ///
  /// - Parameter rows: at least one row of at least one element, all of the same length; anything
  ///   else traps.
  public init(_ rows: [[Double]], file: StaticString = #fileID, line: UInt = #line) {
    check("Matrix", file, line) { () throws(InvalidArgument) in
      try InvalidArgument.requireRectangle(rows)
    }
    self.init(uncheckedRows: rows)
  }

  /// A matrix whose rows are the given vectors.
  ///
  /// ```swift
  /// let x: Vector = [1, 2]
  /// Matrix(rows: [x, 10 * x])
  /// // => [[ 1.  2.]
  /// //     [10. 20.]]
  /// ```
  ///
  /// - Parameter rows: at least one vector, all of the same length; anything else traps.
  public init(rows: [Vector], file: StaticString = #fileID, line: UInt = #line) {
    self.init(rows.map(\.elements), file: file, line: line)
  }

  /// A matrix that holds one number everywhere.
  ///
  /// ```swift
  /// Matrix(repeating: 0.5, rows: 2, columns: 2)
  /// // => [[0.5 0.5]
  /// //     [0.5 0.5]]
  /// ```
  ///
  /// - Parameters:
  ///   - element: the number.
  ///   - rows: the number of rows, at least 1; less traps.
  ///   - columns: the number of columns, at least 1; less traps.
  public init(
    repeating element: Double,
    rows: Int,
    columns: Int,
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    check("Matrix", file, line) { () throws(InvalidArgument) in
      try InvalidArgument.requireElements([rows, columns])
    }
    self.init(
      unchecked: Array(repeating: element, count: rows * columns),
      rows: rows,
      columns: columns
    )
  }

  init(uncheckedRows rows: [[Double]]) {
    self.init(unchecked: rows.flatMap { $0 }, rows: rows.count, columns: rows.first?.count ?? 0)
  }
}

extension Matrix: ExpressibleByArrayLiteral {
  /// A matrix from its rows, as in `[[1, 2], [3, 4]]`; rows of unequal length trap.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// A
  /// // => [[1. 2.]
  /// //     [3. 4.]]
  /// ```
  public init(arrayLiteral rows: [Double]...) {
    self.init(rows)
  }
}
