extension Matrix {
  /// A matrix from its rows.
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
  /// - Parameter rows: at least one vector, all of the same length; anything else traps.
  public init(rows: [Vector], file: StaticString = #fileID, line: UInt = #line) {
    self.init(rows.map(\.elements), file: file, line: line)
  }

  /// A matrix that holds one number everywhere.
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
  public init(arrayLiteral rows: [Double]...) {
    self.init(rows)
  }
}
