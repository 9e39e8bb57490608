extension Expression {
  /// The same with other parts.
  func mapParts(_ map: (Expression) -> Expression) -> Expression {
    Expression(mappedForm(map), place)
  }

  private func mappedForm(_ map: (Expression) -> Expression) -> Form {
    switch form {
    case .number, .infinity, .symbol, .unreadable: form
    case .element(let base, let indices): .element(map(base), indices.map { $0.map(map) })
    case .call(let name, let arguments, let indices):
      .call(name, arguments.map(map), indices: indices.map(map))
    case .function(let function, let items): .function(function, items.map(map))
    case .negative(let a): .negative(map(a))
    case .transpose(let a): .transpose(map(a))
    case .expectation(let a): .expectation(map(a))
    case .conditionalExpectation(let a, let given):
      .conditionalExpectation(map(a), given: given.map(map))
    case .variance(let a): .variance(map(a))
    case .sum(let a, let b): .sum(map(a), map(b))
    case .difference(let a, let b): .difference(map(a), map(b))
    case .product(let a, let b): .product(map(a), map(b))
    case .elementwiseProduct(let a, let b): .elementwiseProduct(map(a), map(b))
    case .quotient(let a, let b): .quotient(map(a), map(b))
    case .power(let a, let b): .power(map(a), map(b))
    case .covariance(let a, let b): .covariance(map(a), map(b))
    case .big(let big, let letters, let condition, let body):
      .big(big, letters.map { $0.mapParts(map) }, condition?.mapSides(map), map(body))
    case .derivative(let body, let by): .derivative(map(body), by: by.map(map))
    case .gradient(let body, let by, let order): .gradient(map(body), by: map(by), order: order)
    case .integral(let body, let name, let from, let to):
      .integral(map(body), name, from: map(from), to: map(to))
    case .limit(let body, let name, let target, let side):
      .limit(map(body), name, to: map(target), side: side)
    case .substitution(let body, let name, let value): .substitution(map(body), name, map(value))
    case .cases(let cases):
      .cases(cases.map { Case(value: map($0.value), condition: $0.condition?.mapSides(map)) })
    case .matrix(let rows): .matrix(rows.map { $0.map(map) })
    case .column(let body, let letter): .column(map(body), letter.mapParts(map))
    case .truth(let condition): .truth(condition.mapSides(map))
    case .probability(let condition): .probability(condition.mapSides(map))
    case .run(let isProduct, let body, let name, let from, let step, let to, let check):
      .run(
        isProduct: isProduct,
        map(body),
        name,
        from: map(from),
        step: step,
        to: map(to),
        check: check.map(map)
      )
    }
  }
}

extension BoundLetter {
  fileprivate func mapParts(_ map: (Expression) -> Expression) -> BoundLetter {
    var letter = self
    letter.lower = lower.map(map)
    letter.upper = upper.map(map)
    return letter
  }
}

extension Condition {
  fileprivate func mapSides(_ map: (Expression) -> Expression) -> Condition {
    switch self {
    case .chain(let chain):
      .chain(Chain(sides: chain.sides.map(map), relations: chain.relations))
    case .all(let conditions): .all(conditions.map { $0.mapSides(map) })
    }
  }
}
