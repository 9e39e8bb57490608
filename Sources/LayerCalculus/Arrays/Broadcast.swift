/// A vector that stands for a matrix in which each row, or each column, is that vector; the matrix itself is never made.
///
/// ```swift
/// let samples: Matrix = [[1, 10], [3, 30]]
/// let means = samples.columnSums / 2
/// samples - means.asEveryRow
/// // => [[ -1. -10.]
/// //     [  1.  10.]]
/// ```
public struct Broadcast: Sendable, Equatable {
  let vector: Vector
  let isRow: Bool
}

extension Vector {
  /// The vector as each row of a matrix, with as many columns as it has elements.
  ///
  /// ```swift
  /// let bias: Vector = [10, 20]
  /// Matrix.identity(2) + bias.asEveryRow
  /// // => [[11. 20.]
  /// //     [10. 21.]]
  /// ```
  public var asEveryRow: Broadcast { Broadcast(vector: self, isRow: true) }

  /// The vector as each column of a matrix, with as many rows as it has elements.
  ///
  /// ```swift
  /// let counts: Matrix = [[1, 3], [2, 2]]
  /// counts / counts.rowSums.asEveryColumn
  /// // => [[0.25 0.75]
  /// //     [0.5  0.5 ]]
  /// ```
  public var asEveryColumn: Broadcast { Broadcast(vector: self, isRow: false) }
}

extension Matrix {
  /// The sum with a vector as every row or column; one that does not fit traps.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// let x: Vector = [10, 20]
  /// A + x.asEveryColumn
  /// // => [[11. 12.]
  /// //     [23. 24.]]
  /// ```
  public static func + (left: Matrix, right: Broadcast) -> Matrix {
    left.combined(with: right, "+", by: +)
  }

  /// The difference with a vector as every row or column; one that does not fit traps.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// let x: Vector = [1, 2]
  /// A - x.asEveryRow
  /// // => [[0. 0.]
  /// //     [2. 2.]]
  /// ```
  public static func - (left: Matrix, right: Broadcast) -> Matrix {
    left.combined(with: right, "-", by: -)
  }

  /// The quotients by a vector as every row or column; one that does not fit traps.
  ///
  /// ```swift
  /// let A: Matrix = [[1, 2], [3, 4]]
  /// let x: Vector = [1, 2]
  /// A / x.asEveryColumn
  /// // => [[1.  2. ]
  /// //     [1.5 2. ]]
  /// ```
  public static func / (left: Matrix, right: Broadcast) -> Matrix {
    left.combined(with: right, "/", by: /)
  }

  @inline(__always)
  fileprivate func combined(
    with other: Broadcast,
    _ operation: String,
    _ file: StaticString = #fileID,
    _ line: UInt = #line,
    by combine: (Double, Double) -> Double
  ) -> Matrix {
    check("Matrix \(operation) Broadcast", file, line) { () throws(InvalidArgument) in
      try requireCount(
        other.isRow ? columns : rows,
        fits: other.vector,
        other.vector.count,
        named: "left side",
        "right side"
      )
    }
    let width = columns
    return filled { elements, result, _ in
      other.vector.read { vector, _ in
        for row in 0..<rows {
          let (elements, result) = (elements + row * width, result + row * width)
          if other.isRow {
            Elementwise.combine(elements, vector, to: result, width, combine)
          } else {
            let number = vector[row]
            Elementwise.map(elements, to: result, width) { combine($0, number) }
          }
        }
      }
    }
  }
}

/// The products with a vector as every row or column, element by element.
///
/// ```swift
/// let A: Matrix = [[1, 2], [3, 4]]
/// let x: Vector = [10, 100]
/// hadamard(A, x.asEveryRow)
/// // => [[ 10. 200.]
/// //     [ 30. 400.]]
/// ```
///
/// - Parameters:
///   - left: a matrix.
///   - right: as many elements as the matrix has columns, or rows; another number of them traps.
public func hadamard(
  _ left: Matrix,
  _ right: Broadcast,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Matrix {
  left.combined(with: right, "∘", file, line, by: *)
}
