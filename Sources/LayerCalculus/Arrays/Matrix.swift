/// A matrix of real numbers with at least one row and one column, stored row after row.
///
/// ```swift
/// let W: Matrix = [[0.1, 0.2, 0.3], [0.6, 0.7, 0.8]]
/// W[1, 2]  // => 0.8
/// W.shape  // => 2×3
/// ```
public struct Matrix: RealArray {
  /// The number of rows.
  ///
  /// ```swift
  /// let W: Matrix = [[1, 2, 3], [4, 5, 6]]
  /// W.rows  // => 2
  /// ```
  public let rows: Int
  /// The number of columns.
  ///
  /// ```swift
  /// let W: Matrix = [[1, 2, 3], [4, 5, 6]]
  /// W.columns  // => 3
  /// ```
  public let columns: Int
  /// All elements, row after row.
  ///
  /// ```swift
  /// let W: Matrix = [[1, 2], [3, 4]]
  /// W.elements  // => [1.0, 2.0, 3.0, 4.0]
  /// ```
  public var elements: [Double] { numbers.array }

  var numbers: Numbers

  /// A matrix from its elements.
  ///
  /// ```swift
  /// Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6])
  /// // => [[1. 2. 3.]
  /// //     [4. 5. 6.]]
  /// ```
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
    self.init(Numbers(elements), rows: rows, columns: columns)
  }

  init(_ numbers: Numbers, rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    self.numbers = numbers
  }

  /// A matrix that a kernel writes.
  @inline(__always)
  init(filling rows: Int, _ columns: Int, _ fill: (UnsafeMutablePointer<Double>) -> Void) {
    let elements = [Double](count: rows * columns, fill)
    self.init(unchecked: elements, rows: rows, columns: columns)
  }

  /// Rows × columns.
  ///
  /// ```swift
  /// let W: Matrix = [[1, 2, 3], [4, 5, 6]]
  /// W.shape  // => 2×3
  /// ```
  public var shape: Shape { [rows, columns] }

  /// The number of elements, rows times columns.
  ///
  /// ```swift
  /// let W: Matrix = [[1, 2, 3], [4, 5, 6]]
  /// W.count  // => 6
  /// ```
  public var count: Int { numbers.count }

  /// The element in a row and a column.
  ///
  /// ```swift
  /// var W: Matrix = [[1, 2], [3, 4]]
  /// W[0, 1]  // => 2.0
  /// W[0, 1] = 9
  /// W.row(0)  // => [1. 9.]
  /// ```
  ///
  /// - Parameters:
  ///   - row: counted from 0; one outside the matrix traps.
  ///   - column: counted from 0; one outside the matrix traps.
  public subscript(
    row: Int, column: Int, file file: StaticString = #fileID, line line: UInt = #line
  ) -> Double {
    get { numbers[offset(row, column, file, line)] }
    set { numbers[offset(row, column, file, line)] = newValue }
  }

  /// A matrix of the same shape with other elements.
  ///
  /// ```swift
  /// let W: Matrix = [[1, 2], [3, 4]]
  /// W.replacingElements(with: [4, 3, 2, 1])
  /// // => [[4. 3.]
  /// //     [2. 1.]]
  /// ```
  ///
  /// - Parameter elements: as many as there are now, row after row; another number of them traps.
  public func replacingElements(with elements: [Double]) -> Matrix {
    check("Matrix.replacingElements", #fileID, #line) { () throws(InvalidArgument) in
      try InvalidArgument.requireCount(elements.count, for: shape)
    }
    return Matrix(unchecked: elements, rows: rows, columns: columns)
  }

  /// Lets a function read the elements where they lie.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// A.withElements { $0[2] }  // => 3.0
  /// ```
  ///
  /// - Parameter body: is handed the elements, which are there until it returns.
  public func withElements<Result>(_ body: (UnsafeBufferPointer<Double>) -> Result) -> Result {
    numbers.read { body(UnsafeBufferPointer(start: $0, count: numbers.count)) }
  }

  private func offset(_ row: Int, _ column: Int, _ file: StaticString, _ line: UInt) -> Int {
    check("Matrix", file, line) { () throws(InvalidArgument) in
      try requireIndex(row, named: "row", below: rows)
      try requireIndex(column, named: "column", below: columns)
    }
    return row * columns + column
  }
}
