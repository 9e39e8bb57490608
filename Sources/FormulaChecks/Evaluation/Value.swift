/// What an expression comes to: a number, or a vector or matrix of them. A vector is a matrix of one column.
enum Value: Sendable {
  case scalar(Scalar)
  case matrix(Matrix)

  static func number(_ value: Int) -> Value { .scalar(Scalar(value)) }

  /// A matrix, or the number that one of a single element is.
  init(_ matrix: Matrix) {
    self =
      matrix.rows == 1 && matrix.columns == 1 ? .scalar(matrix.elements[0]) : .matrix(matrix)
  }

  /// All numbers in it.
  var scalars: [Scalar] {
    switch self {
    case .scalar(let scalar): [scalar]
    case .matrix(let matrix): matrix.elements
    }
  }

  /// Each number by a function.
  func map(_ transform: (Scalar) throws -> Scalar) rethrows -> Value {
    switch self {
    case .scalar(let scalar): .scalar(try transform(scalar))
    case .matrix(let matrix): .matrix(try matrix.map(transform))
    }
  }

  var isDefined: Bool { scalars.allSatisfy(\.value.isFinite) }

  /// How many elements a vector has, or rows or columns a matrix.
  func size(axis: Int) -> Int {
    switch self {
    case .scalar: 1
    case .matrix(let matrix):
      matrix.isVector ? matrix.elements.count : axis == 0 ? matrix.rows : matrix.columns
    }
  }

  /// What it is called in a message.
  var shape: String {
    switch self {
    case .scalar: "a number"
    case .matrix(let matrix) where matrix.columns == 1: "a vector of \(matrix.rows)"
    case .matrix(let matrix): "a \(matrix.rows)×\(matrix.columns) matrix"
    }
  }
}

/// Numbers in rows and columns.
struct Matrix: Sendable {
  let rows: Int
  let columns: Int
  /// Row by row.
  var elements: [Scalar]

  init(rows: Int, columns: Int, elements: [Scalar]) {
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  init(rows: Int, columns: Int, _ element: (Int, Int) throws -> Scalar) rethrows {
    self.rows = rows
    self.columns = columns
    elements = []
    elements.reserveCapacity(rows * columns)
    for row in 0..<rows {
      for column in 0..<columns { elements.append(try element(row, column)) }
    }
  }

  init(column elements: [Scalar]) {
    self.init(rows: elements.count, columns: 1, elements: elements)
  }

  static func identity(_ size: Int) -> Matrix {
    Matrix(rows: size, columns: size) { $0 == $1 ? .one : .zero }
  }

  subscript(row: Int, column: Int) -> Scalar {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  var isVector: Bool { rows == 1 || columns == 1 }
  var isSquare: Bool { rows == columns }
  var transposed: Matrix { Matrix(rows: columns, columns: rows) { self[$1, $0] } }

  func map(_ transform: (Scalar) throws -> Scalar) rethrows -> Matrix {
    Matrix(rows: rows, columns: columns, elements: try elements.map(transform))
  }

  /// Element by element; both have the same shape.
  func joined(_ other: Matrix, _ operation: (Scalar, Scalar) -> Scalar) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: zip(elements, other.elements).map(operation))
  }

  /// The product; the inner sizes are the same.
  static func * (a: Matrix, b: Matrix) -> Matrix {
    Matrix(rows: a.rows, columns: b.columns) { row, column in
      var sum = Scalar.zero
      for index in 0..<a.columns { sum = sum + a[row, index] * b[index, column] }
      return sum
    }
  }

  var trace: Scalar { (0..<min(rows, columns)).reduce(.zero) { $0 + self[$1, $1] } }

  /// Determinant and inverse by elimination with the largest pivot.
  /// - Returns: no inverse where the matrix has none.
  var elimination: (determinant: Scalar, inverse: Matrix?) {
    var left = self
    var right = Matrix.identity(rows)
    var determinant = Scalar.one
    for step in 0..<rows {
      let pivot =
        (step..<rows).max { left[$0, step].value.size < left[$1, step].value.size } ?? step
      guard left[pivot, step].value.size > left[pivot, step].value.error else {
        return (.zero, nil)
      }
      if pivot != step {
        determinant = -determinant
        left.swapRows(step, pivot)
        right.swapRows(step, pivot)
      }
      determinant = determinant * left[step, step]
      let factor = left[step, step].power(-1)
      for column in 0..<rows {
        left[step, column] = left[step, column] * factor
        right[step, column] = right[step, column] * factor
      }
      for row in 0..<rows where row != step {
        let factor = left[row, step]
        for column in 0..<rows {
          left[row, column] = left[row, column] - factor * left[step, column]
          right[row, column] = right[row, column] - factor * right[step, column]
        }
      }
    }
    return (determinant, right)
  }

  /// How many rows are no combination of others, by elimination with the largest pivot; what is less than its own
  /// error, or than the digits of the matrix, counts as zero.
  var rank: Int {
    var left = self
    let size = elements.reduce(0) { Swift.max($0, $1.value.size) }
    var rank = 0
    for column in 0..<columns where rank < rows {
      let pivot = (rank..<rows).max {
        left[$0, column].value.size < left[$1, column].value.size
      }
      guard let pivot, case let value = left[pivot, column].value,
        value.size > 8 * value.error + 1e-12 * size
      else { continue }
      left.swapRows(rank, pivot)
      for row in (rank + 1)..<Swift.max(rows, rank + 1) {
        let factor = left[row, column] / left[rank, column]
        for next in column..<columns {
          left[row, next] = left[row, next] - factor * left[rank, next]
        }
      }
      rank += 1
    }
    return rank
  }

  private mutating func swapRows(_ a: Int, _ b: Int) {
    for column in 0..<columns {
      elements.swapAt(a * columns + column, b * columns + column)
    }
  }
}
