/// Sums, products and their like, finite and endless.
extension Evaluator {
  mutating func big(
    _ big: BigOperator,
    _ letters: [BoundLetter],
    _ condition: Condition?,
    _ body: Expression,
    _ place: Range<Int>?
  ) throws -> Value {
    if letters.count == 1, letters[0].isEndless {
      return try endless(big, letters[0], condition, body, place)
    }
    var all: [Value] = []
    try forEach(letters[...], body) { evaluator in
      if let condition, try !evaluator.holds(condition) { return }
      all.append(try evaluator.value(body))
    }
    switch big {
    case .sum:
      guard let first = all.first else { return .number(0) }
      return try all.dropFirst().reduce(first) { try add($0, $1, place) }
    case .product:
      guard let first = all.first else { return .number(1) }
      return try all.dropFirst().reduce(first) { try product($0, $1, place) }
    case .maximum: return .scalar(try Self.extreme(.max, all.flatMap(\.scalars)))
    case .minimum: return .scalar(try Self.extreme(.min, all.flatMap(\.scalars)))
    case .argumentOfMaximum: return .scalar(try Self.extreme(.argmax, all.flatMap(\.scalars)))
    case .argumentOfMinimum: return .scalar(try Self.extreme(.argmin, all.flatMap(\.scalars)))
    }
  }

  func add(_ a: Value, _ b: Value, _ place: Range<Int>?) throws -> Value {
    switch (a, b) {
    case (.scalar(let a), .scalar(let b)): return .scalar(a + b)
    case (.matrix(let left), .matrix(let right))
    where left.rows == right.rows && left.columns == right.columns:
      return .matrix(left.joined(right) { $0 + $1 })
    default: throw unlike(a, b, place)
    }
  }

  /// For all that letters run through, the last one fastest.
  private mutating func forEach(
    _ letters: ArraySlice<BoundLetter>,
    _ body: Expression,
    _ action: (inout Evaluator) throws -> Void
  ) throws {
    guard let letter = letters.first else { return try action(&self) }
    for number in try range(of: letter, in: body) {
      try with([(letter.name, .number(number))]) {
        try $0.forEach(letters.dropFirst(), body, action)
      }
    }
  }

  // MARK: - Ranges

  /// The numbers that a letter runs through.
  mutating func range(of letter: BoundLetter, in body: Expression) throws -> [Int] {
    var lower = 1
    if let expression = letter.lower { lower = try integer(expression) }
    if let expression = letter.upper {
      let upper = try integer(expression)
      guard upper - lower < 100_000 else { throw EvaluationFault.undefined }
      return upper < lower ? [] : Array(lower...upper)
    }
    if letter.lower == nil {
      if case .integer? = symbols.meaning(of: letter.name),
        let size = try size(of: letter.name, in: body)
      {
        return Array(1...size)
      }
      if case .index(let subject, let axis)? = symbols.meaning(of: letter.name),
        letter.lower == nil,
        let size = try? size(of: subject, axis: axis)
      {
        return Array(1...max(size, 1))
      }
    }
    guard let size = try size(of: letter.name, in: body), size >= lower else {
      throw wrong(
        "nothing says how far '\(letter.name.shown)' runs",
        help: "write from where to where, or declare '\(letter.name.shown): index of …'",
        body.place
      )
    }
    return Array(lower...size)
  }

  /// How many elements there are where a letter stands as an index; `nil` where it is none.
  private mutating func size(of letter: Name, in expression: Expression) throws -> Int? {
    switch expression.form {
    case .element(let base, let indices):
      for (position, index) in indices.enumerated() {
        guard case .symbol(letter)? = index?.form else { continue }
        if let size = try size(ofIndex: position, count: indices.count, of: base) { return size }
      }
    case .call(let name, let arguments, let indices):
      if case .formula(let definition)? = symbols.meaning(of: name) {
        for (position, index) in indices.enumerated() {
          guard case .symbol(letter) = index.form, definition.indices.indices.contains(position)
          else { continue }
          if let size = try size(ofIndex: definition.indices[position], definition, arguments) {
            return size
          }
        }
      }
    case .big(_, let letters, _, _) where letters.contains(where: { $0.name == letter }): return nil
    case .integral(_, letter, _, _), .substitution(_, letter, _): return nil
    default: break
    }
    for part in expression.parts {
      if let size = try size(of: letter, in: part) { return size }
    }
    return nil
  }

  private mutating func size(ofIndex position: Int, count: Int, of base: Expression) throws -> Int?
  {
    if case .symbol(let name) = base.form, setting.values[name] == nil,
      case .formula(let definition)? = symbols.meaning(of: name),
      definition.indices.indices.contains(position)
    {
      return try size(ofIndex: definition.indices[position], definition, [])
    }
    // What holds a letter that runs further inside has no value here.
    guard let value = try? value(base), case .matrix(let matrix) = value else { return nil }
    if count == 1 { return matrix.elements.count }
    return position == 0 ? matrix.rows : matrix.columns
  }

  private mutating func size(
    ofIndex index: Name,
    _ definition: Definition,
    _ arguments: [Expression]
  ) throws
    -> Int?
  {
    var bindings: [(Name, Value)] = []
    for (parameter, argument) in zip(definition.parameters, arguments) {
      if let value = try? value(argument) { bindings.append((parameter.vector, value)) }
    }
    return try with(bindings) { evaluator in
      if case .index(let subject, let axis)? = evaluator.symbols.meaning(of: index),
        let size = try? evaluator.size(of: subject, axis: axis)
      {
        return size
      }
      return try evaluator.size(of: index, in: definition.body)
    }
  }

  // MARK: - Dots

  /// Numbers or rows, one below the other.
  mutating func column(_ body: Expression, _ letter: BoundLetter, _ place: Range<Int>?) throws
    -> Value
  {
    let rows = try range(of: letter, in: body).map { number in
      try with([(letter.name, .number(number))]) { try $0.value(body) }
    }
    var elements: [Scalar] = []
    for row in rows {
      switch row {
      case .scalar(let scalar): elements.append(scalar)
      case .matrix(let matrix) where matrix.rows == 1: elements += matrix.elements
      case .matrix:
        throw wrong("this is \(row.shape) where a row is due", help: "write its cells", place)
      }
    }
    guard let width = rows.first?.scalars.count, rows.allSatisfy({ $0.scalars.count == width })
    else { throw EvaluationFault.undefined }
    return .matrix(Matrix(rows: rows.count, columns: width, elements: elements))
  }

  mutating func run(
    _ isProduct: Bool,
    _ body: Expression,
    _ name: Name,
    _ start: Expression,
    _ step: Int?,
    _ to: Expression,
    _ check: [Expression],
    _ place: Range<Int>?
  ) throws -> Value {
    let (from, last) = (try integer(start), try integer(to))
    let step = try self.step(step, body, name, from, last, check.first, place)
    guard step != 0, abs(last - from) < 100_000 else { throw EvaluationFault.undefined }
    // A row that ends before it began says nothing, and so does one that misses its end.
    guard (last - from) % step == 0, (last - from) / step >= 0 else {
      throw EvaluationFault.undefined
    }
    let values = try stride(from: from, through: last, by: step).map { number in
      try with([(name, .number(number))]) { try $0.value(body) }
    }
    return try values.dropFirst().reduce(values[0]) {
      isProduct ? try product($0, $1, place) : try add($0, $1, place)
    }
  }

  /// By what the terms go on: as those before the dots say, and where they do not, towards the last one.
  private mutating func step(
    _ step: Int?,
    _ body: Expression,
    _ name: Name,
    _ from: Int,
    _ last: Int,
    _ earlier: Expression?,
    _ place: Range<Int>?
  ) throws -> Int {
    let towards = last < from ? -1 : 1
    guard let earlier else { return step ?? towards }
    let written = try value(earlier)
    for step in step.map({ [$0] }) ?? [towards, -towards] {
      let expected = try with([(name, .number(from - step))]) { try $0.value(body) }
      let isSame = zip(expected.scalars, written.scalars).allSatisfy {
        Relation.equal.verdict($0.value, $1.value, within: 0) != .fails
      }
      if isSame { return step }
    }
    throw wrong(
      "it is not plain what the dots stand for: the terms before them follow another rule than the last one",
      help: "write \\sum_{i=1}^n",
      place
    )
  }

  // MARK: - Endless

  private mutating func endless(
    _ big: BigOperator,
    _ letter: BoundLetter,
    _ condition: Condition?,
    _ body: Expression,
    _ place: Range<Int>?
  ) throws -> Value {
    guard big == .sum || big == .product, let lower = letter.lower else {
      throw wrong("this has no end", help: "let it run to a number", place)
    }
    let start = try integer(lower)
    var sum = Scalar(big == .sum ? 0 : 1)
    var terms: [Scalar] = []
    var sums: [Scalar] = []
    var quiet = 0
    for number in start..<(start + 1500) {
      let term = try with([(letter.name, .number(number))]) { evaluator in
        if let condition, try !evaluator.holds(condition) { return Scalar(big == .sum ? 0 : 1) }
        return try evaluator.scalar(body)
      }
      guard term.value.isFinite else { throw EvaluationFault.undefined }
      let before = sum
      sum = big == .sum ? sum + term : sum * term
      let change = (sum - before).size
      terms.append(sum - before)
      sums.append(sum)
      quiet = change <= 1e-31 * max(sum.size, 1e-20) ? quiet + 1 : 0
      if quiet >= 3 {
        return .scalar(sum.blurred(by: 100 * change + 1e-29 * sum.size))
      }
      // Sums that come slowly to their end are led there.
      if terms.count == 40, let limit = SeriesLimit(terms: terms, sums: sums) {
        return .scalar(limit.value)
      }
    }
    throw wrong(
      "this sum does not come to an end that numbers could show",
      help: "say for what it converges, such as 'holds for |x| < 1'",
      place
    )
  }
}

/// Where a sum of slowly falling terms ends, by D. Levin's u-transform, 1973.
struct SeriesLimit {
  let value: Scalar

  /// - Parameters:
  ///   - terms: the first terms.
  ///   - sums: the sums so far.
  /// - Returns: `nil` where no end can be told to ten digits.
  init?(terms: [Scalar], sums: [Scalar]) {
    let ratio =
      terms.count > 2 ? terms[terms.count - 1].value.size / terms[terms.count - 2].value.size : 2
    // Terms that grow have no sum, whatever the transform makes of them.
    guard ratio.isFinite, ratio <= 1, terms.allSatisfy({ !$0.value.isZero }) else { return nil }
    var best: (Scalar, Double)?
    var last: Scalar?
    for order in stride(from: 8, through: min(terms.count, sums.count) - 2, by: 2) {
      let estimate = Self.estimate(terms, sums, order)
      if let last {
        let change = (estimate - last).size
        if change.isFinite, change < best?.1 ?? .infinity { best = (estimate, change) }
      }
      last = estimate
    }
    guard let best, best.1 <= 1e-10 * max(1, best.0.size) else { return nil }
    value = best.0.blurred(by: 10 * best.1)
  }

  private static func estimate(_ terms: [Scalar], _ sums: [Scalar], _ order: Int) -> Scalar {
    var above = Scalar.zero
    var below = Scalar.zero
    var binomial = Scalar.one
    for index in 0...order {
      if index > 0 { binomial = binomial * Scalar(order - index + 1) / Scalar(index) }
      let place = Scalar(index + 1)
      let weight = (place / Scalar(order + 1)).power(order - 1) * binomial / (place * terms[index])
      let signed = index & 1 == 0 ? weight : -weight
      above = above + signed * sums[index]
      below = below + signed
    }
    return above / below
  }
}
