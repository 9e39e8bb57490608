/// Derivatives, by moving a letter by an ε.
extension Evaluator {
  /// The derivative by some letters, one after the other.
  mutating func derivative(_ body: Expression, _ by: ArraySlice<Expression>, _ place: Range<Int>?)
    throws
    -> Value
  {
    guard let letter = by.last else { return try value(body) }
    let rest = by.dropLast()
    switch letter.form {
    case .symbol(let name):
      switch try value(letter) {
      case .scalar(let scalar):
        return try moved(name, { .scalar(scalar.moved(by: $0)) }) {
          try $0.derivative(body, rest, place)
        }
      case .matrix(let matrix): return try derivative(body, rest, byAllOf: name, matrix, place)
      }
    case .element(let base, let indices):
      guard case .symbol(let name) = base.form, case .matrix(let matrix) = try value(base) else {
        break
      }
      let numbers = try indices.compactMap { try $0.map { try integer($0) - 1 } }
      guard numbers.count == indices.count, let position = matrix.position(of: numbers) else {
        throw EvaluationFault.undefined
      }
      return try moved(name, matrix, position) { try $0.derivative(body, rest, place) }
    default: break
    }
    throw wrong(
      "nothing can be derived by this",
      help: "derive by a letter or an element, such as x or z_j",
      letter.place
    )
  }

  /// The derivative by what a letter is moved to.
  private mutating func moved(
    _ name: Name,
    _ move: (Int) -> Value,
    _ body: (inout Evaluator) throws -> Value
  ) throws -> Value {
    let own = level
    guard own < 4 else {
      throw wrong("derivatives are nested too deeply", help: "derive up to four times", nil)
    }
    level += 1
    defer { level = own }
    return try with([(name, move(own))], keepsSizes: true, body).map { $0.slope(of: own) }
  }

  private mutating func moved(
    _ name: Name,
    _ matrix: Matrix,
    _ position: Int,
    _ body: (inout Evaluator) throws -> Value
  ) throws -> Value {
    var matrix = matrix
    let rest = matrix.elements[position]
    return try moved(name) { level in
      matrix.elements[position] = rest.moved(by: level)
      return .matrix(matrix)
    } _: {
      try body(&$0)
    }
  }

  /// The derivatives by all elements of a vector or matrix. Those of a number have its shape; those of a
  /// vector by a vector are its Jacobian matrix, with a row for each element of what is derived.
  private mutating func derivative(
    _ body: Expression,
    _ rest: ArraySlice<Expression>,
    byAllOf name: Name,
    _ matrix: Matrix,
    _ place: Range<Int>?
  ) throws -> Value {
    var columns: [Value] = []
    for position in matrix.elements.indices {
      columns.append(try moved(name, matrix, position) { try $0.derivative(body, rest, place) })
    }
    guard case .matrix(let first)? = columns.first else {
      return .matrix(
        Matrix(rows: matrix.rows, columns: matrix.columns, elements: columns.flatMap(\.scalars))
      )
    }
    guard first.isVector, matrix.isVector else {
      throw wrong(
        "the derivative of \(columns[0].shape) by \(Value.matrix(matrix).shape) has more than two indices",
        help: "write its elements with indices",
        place
      )
    }
    let elements = columns.map(\.scalars)
    return .matrix(
      Matrix(rows: first.elements.count, columns: elements.count) { elements[$1][$0] }
    )
  }
}

extension Matrix {
  /// Where an element stands among all.
  func position(of indices: [Int]) -> Int? {
    if indices.count == 1, isVector {
      return elements.indices.contains(indices[0]) ? indices[0] : nil
    }
    guard indices.count == 2, (0..<rows).contains(indices[0]), (0..<columns).contains(indices[1])
    else {
      return nil
    }
    return indices[0] * columns + indices[1]
  }
}
