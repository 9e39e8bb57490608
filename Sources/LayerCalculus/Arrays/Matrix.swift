/// A matrix of real numbers with at least one row and one column, stored row after row.
///
/// ```swift
/// let W: Matrix = [[0.1, 0.2, 0.3], [0.6, 0.7, 0.8]]
/// W[1, 2]    // 0.8
/// W.shape    // 2×3
/// ```
public struct Matrix: RealArray {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// All elements, row after row.
  public private(set) var elements: [Double]

  /// A matrix from its elements.
  ///
  /// - Parameters:
  ///   - rows: the number of rows, at least 1.
  ///   - columns: the number of columns, at least 1.
  ///   - elements: `rows * columns` numbers, row after row; any other number of them traps.
  public init(
    rows: Int,
    columns: Int,
    elements: some Sequence<Double>,
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    let elements = Array(elements)
    check("Matrix", file, line) { () throws(InvalidArgument) in
      try InvalidArgument.requireElements([rows, columns])
      try InvalidArgument.requireCount(elements.count, for: [rows, columns])
    }
    self.init(unchecked: elements, rows: rows, columns: columns)
  }

  init(unchecked elements: [Double], rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// Rows × columns.
  public var shape: Shape { [rows, columns] }

  /// The number of elements, rows times columns.
  public var count: Int { elements.count }

  /// The element in a row and a column.
  ///
  /// - Parameters:
  ///   - row: counted from 0; one outside the matrix traps.
  ///   - column: counted from 0; one outside the matrix traps.
  public subscript(
    row: Int, column: Int, file file: StaticString = #fileID, line line: UInt = #line
  ) -> Double {
    get { elements[offset(row, column, file, line)] }
    set { elements[offset(row, column, file, line)] = newValue }
  }

  /// A matrix of the same shape with other elements.
  ///
  /// - Parameter elements: as many as there are now, row after row; another number of them traps.
  public func replacingElements(with elements: [Double]) -> Matrix {
    check("Matrix.replacingElements", #fileID, #line) { () throws(InvalidArgument) in
      try InvalidArgument.requireCount(elements.count, for: shape)
    }
    return Matrix(unchecked: elements, rows: rows, columns: columns)
  }

  private func offset(_ row: Int, _ column: Int, _ file: StaticString, _ line: UInt) -> Int {
    check("Matrix", file, line) { () throws(InvalidArgument) in
      try requireIndex(row, named: "row", below: rows)
      try requireIndex(column, named: "column", below: columns)
    }
    return row * columns + column
  }
}
