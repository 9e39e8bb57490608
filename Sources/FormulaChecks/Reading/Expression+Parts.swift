extension Expression {
  /// What it is made of.
  var parts: [Expression] {
    switch form {
    case .number, .infinity, .symbol, .unreadable: []
    case .element(let base, let indices): [base] + indices.compactMap(\.self)
    case .call(_, let arguments, let indices): arguments + indices
    case .function(_, let items): items
    case .negative(let a), .transpose(let a), .expectation(let a), .variance(let a): [a]
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
      .elementwiseProduct(let a, let b), .quotient(let a, let b), .power(let a, let b),
      .covariance(let a, let b):
      [a, b]
    case .big(_, let letters, let condition, let body):
      [body] + letters.flatMap { [$0.lower, $0.upper].compactMap(\.self) }
        + (condition?.sides ?? [])
    case .derivative(let body, let by): [body] + by
    case .gradient(let body, let by, _): [body, by]
    case .integral(let body, _, let from, let to): [body, from, to]
    case .limit(let body, _, let target, _): [body, target]
    case .substitution(let body, _, let value): [body, value]
    case .cases(let cases): cases.flatMap { [$0.value] + ($0.condition?.sides ?? []) }
    case .matrix(let rows): rows.flatMap { $0 }
    case .column(let body, let letter): [body] + [letter.lower, letter.upper].compactMap(\.self)
    case .truth(let condition), .probability(let condition): condition.sides
    case .run(_, let body, _, let from, _, let to, let check): [body, from, to] + check
    case .conditionalExpectation(let body, let given): [body] + given
    }
  }

  /// Whether a letter stands in it that is not bound there.
  func mentions(_ name: Name) -> Bool {
    switch form {
    case .symbol(let own): own == name
    case .substitution(let body, let bound, let value):
      value.mentions(name) || bound != name && body.mentions(name)
    default: parts.contains { $0.mentions(name) }
    }
  }

  /// All letters that stand in it and are not bound there.
  func forEachName(bound: Set<Name> = [], _ body: (Name) -> Void) {
    switch form {
    case .symbol(let name): if !bound.contains(name) { body(name) }
    case .call(let name, _, _): body(name)
    case .substitution(let inside, let name, let value):
      value.forEachName(bound: bound, body)
      return inside.forEachName(bound: bound.union([name]), body)
    default: break
    }
    let inner = bound.union(boundNames)
    for part in parts { part.forEachName(bound: inner, body) }
  }

  /// The letters to which it gives a meaning of its own in its parts.
  var boundNames: [Name] {
    switch form {
    case .big(_, let letters, _, _): letters.map(\.name)
    case .column(_, let letter): [letter.name]
    case .integral(_, let name, _, _), .limit(_, let name, _, _), .run(_, _, let name, _, _, _, _),
      .substitution(_, let name, _):
      [name]
    default: []
    }
  }

  /// What it is, but for its parts: two expressions that differ in a part alone have the same.
  var label: String {
    switch form {
    case .number(let number): "\(number.real.high)+\(number.real.low)"
    case .symbol(let name): "letter \(name)"
    case .call(let name, let arguments, _): "call \(name) \(arguments.count)"
    case .function(let function, let items): "\(function) \(items.count)"
    case .element(_, let indices): "element \(indices.map { $0 == nil })"
    case .negative: "−"
    case .transpose: "T"
    case .sum: "+"
    case .difference: "- "
    case .product: "·"
    case .elementwiseProduct: "⊙"
    case .quotient: "/"
    case .power: "^"
    case .matrix(let rows): "matrix \(rows.map(\.count))"
    case .expectation: "E"
    case .variance: "Var"
    case .infinity: "∞"
    case .column(_, let letter):
      "column \(letter.name) \(letter.lower != nil) \(letter.upper != nil)"
    // What holds more than its parts is never the same as another.
    default: "\(place.map { "\($0)" } ?? "somewhere") \(parts.count)"
    }
  }

  /// Whether both are written in the same way.
  func isSame(as other: Expression) -> Bool {
    label == other.label && zip(parts, other.parts).allSatisfy { $0.isSame(as: $1) }
  }
}

extension Condition {
  /// All sides of its relations.
  var sides: [Expression] {
    switch self {
    case .chain(let chain): chain.sides
    case .all(let conditions): conditions.flatMap(\.sides)
    }
  }
}
