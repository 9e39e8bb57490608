/// Sums, products, powers, of numbers and matrices.
extension Evaluator {
  /// Both element by element; a number is taken together with each element.
  mutating func joined(
    _ a: Expression,
    _ b: Expression,
    _ place: Range<Int>?,
    _ operation: (Scalar, Scalar) -> Scalar
  ) throws -> Value {
    switch (try value(a), try value(b)) {
    case (.scalar(let a), .scalar(let b)): return .scalar(operation(a, b))
    case (.scalar(let a), .matrix(let b)): return .matrix(b.map { operation(a, $0) })
    case (.matrix(let a), .scalar(let b)): return .matrix(a.map { operation($0, b) })
    case (.matrix(let a), .matrix(let b)):
      guard a.rows == b.rows, a.columns == b.columns else {
        throw unlike(.matrix(a), .matrix(b), place)
      }
      return .matrix(a.joined(b, operation))
    }
  }

  func unlike(_ a: Value, _ b: Value, _ place: Range<Int>?) -> EvaluationFault {
    wrong(
      "\(a.shape) and \(b.shape) do not fit here",
      help: "look for a transpose or an index that is missing",
      place
    )
  }

  func product(_ a: Value, _ b: Value, _ place: Range<Int>?) throws -> Value {
    switch (a, b) {
    case (.scalar(let a), .scalar(let b)): return .scalar(a * b)
    case (.scalar(let a), .matrix(let b)): return .matrix(b.map { a * $0 })
    case (.matrix(let a), .scalar(let b)): return .matrix(a.map { $0 * b })
    case (.matrix(let left), .matrix(let right)):
      guard left.columns == right.rows else { throw unlike(a, b, place) }
      return Value(left * right)
    }
  }

  mutating func quotient(_ a: Expression, _ b: Expression, _ place: Range<Int>?) throws -> Value {
    let dividend = try value(a)
    guard case .scalar(let divisor) = try value(b) else {
      throw wrong("nothing can be divided by a vector or matrix", help: "write an inverse", place)
    }
    return dividend.map { $0 / divisor }
  }

  mutating func power(_ a: Expression, _ b: Expression, _ place: Range<Int>?) throws -> Value {
    let exponent = try scalar(b)
    switch try value(a) {
    case .scalar(let base): return .scalar(base.power(exponent, isComplex: symbols.isComplex))
    case .matrix(let base):
      guard base.isSquare, let whole = exponent.value.integer, abs(whole) < 100 else {
        throw wrong(
          "this has no such power",
          help: "only square matrices have, and only whole ones",
          place
        )
      }
      var result = Matrix.identity(base.rows)
      let factor = whole < 0 ? try inverse(base) : base
      for _ in 0..<abs(whole) { result = result * factor }
      return .matrix(result)
    }
  }

  func inverse(_ matrix: Matrix) throws -> Matrix {
    guard let inverse = matrix.elimination.inverse else { throw EvaluationFault.undefined }
    return inverse
  }

  /// A matrix of numbers, or of blocks.
  mutating func matrix(_ rows: [[Expression]], _ place: Range<Int>?) throws -> Value {
    var blocks: [[Matrix]] = []
    for row in rows {
      blocks.append(
        try row.map { cell in
          switch try value(cell) {
          case .scalar(let scalar): Matrix(rows: 1, columns: 1, elements: [scalar])
          case .matrix(let matrix): matrix
          }
        }
      )
    }
    var elements: [Scalar] = []
    var width: Int?
    for row in blocks {
      let height = row.first?.rows ?? 0
      let columns = row.reduce(0) { $0 + $1.columns }
      guard row.allSatisfy({ $0.rows == height }), width == nil || width == columns else {
        throw wrong("the rows of this matrix do not fit each other", help: "fill each cell", place)
      }
      width = columns
      for line in 0..<height {
        for block in row { elements += (0..<block.columns).map { block[line, $0] } }
      }
    }
    let columns = max(width ?? 1, 1)
    return .matrix(Matrix(rows: elements.count / columns, columns: columns, elements: elements))
  }

  // MARK: - Conditions

  mutating func holds(_ condition: Condition) throws -> Bool {
    switch condition {
    case .all(let conditions):
      for condition in conditions where try !holds(condition) { return false }
      return true
    case .chain(let chain):
      var left = try value(chain.sides[0])
      for (relation, side) in zip(chain.relations, chain.sides.dropFirst()) {
        let right = try value(side)
        guard try holds(relation, left, right) else { return false }
        left = right
      }
      return true
    }
  }

  private func holds(_ relation: Relation, _ a: Value, _ b: Value) throws -> Bool {
    guard a.isDefined, b.isDefined else { throw EvaluationFault.undefined }
    let pairs =
      switch (a, b) {
      case (.scalar(let a), .scalar(let b)): [(a, b)]
      case (.matrix(let a), .scalar(let b)): a.elements.map { ($0, b) }
      case (.scalar(let a), .matrix(let b)): b.elements.map { (a, $0) }
      case (.matrix(let a), .matrix(let b)): Array(zip(a.elements, b.elements))
      }
    let verdicts = pairs.map { relation.verdict($0.value, $1.value, within: 0) }
    guard verdicts.allSatisfy({ $0 != .unclear }) else { throw EvaluationFault.undefined }
    return verdicts.allSatisfy { $0 == .holds }
  }
}

extension Relation {
  enum Verdict: Sendable { case holds, fails, unclear }

  /// Whether it holds between two numbers, as far as their digits say.
  /// - Parameters:
  ///   - tolerance: how far apart, as a part of them, they may be besides what their errors explain.
  ///   - isRounded: whether they are so exact as they are written, and no more.
  func verdict(_ a: Number, _ b: Number, within tolerance: Double, isRounded: Bool = false)
    -> Verdict
  {
    let difference = a - b
    let size = max(a.size, b.size)
    let blur = (isRounded ? 1.01 : 8) * (a.error + b.error) + 1e-25 * size
    // What has lost nearly all of its digits says nothing.
    if blur > 1e-6 * size, blur > 1e-12, !isRounded { return .unclear }
    let isEqual = difference.size <= blur + tolerance * max(1, size)
    switch self {
    case .equal, .near: return isEqual ? .holds : .fails
    case .unequal: return isEqual ? .fails : .holds
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard a.isReal, b.isReal else { return .unclear }
      if isEqual {
        // Sides that are the same are no counterexample to ≤, and to < only where nothing is lost.
        if self == .lessOrEqual || self == .greaterOrEqual { return .holds }
        return a.error + b.error == 0 || difference.isZero ? .fails : .unclear
      }
      let isLess = difference.real.high < 0
      return isLess == (self == .less || self == .lessOrEqual) ? .holds : .fails
    }
  }
}
