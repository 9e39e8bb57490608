/// What dots stand for, where that is plain: the term before them and the one behind them differ by one thing
/// alone, which runs from the one to the other.
extension ExpressionReader {
  /// Terms or factors with dots among them.
  /// - Parameter dots: how many stand before the dots.
  mutating func run(_ terms: [Expression], dots: Int, isProduct: Bool) -> Expression {
    let place = terms.reduce(nil) { union($0, $1.place) }
    guard let rule = rule(of: terms, dots: dots) else { return unruled(place) }
    let run = Expression(
      .run(
        isProduct: isProduct,
        rule.body,
        Self.runner,
        from: rule.first,
        step: rule.step,
        to: rule.last,
        check: dots > 1 ? [terms[dots - 2]] : []
      ),
      place
    )
    let before = terms[..<(dots - 1)]
    let after = terms[(dots + 1)...]
    let all = before + [run] + after
    return all.dropFirst().reduce(all[all.startIndex]) { left, right in
      Expression(isProduct ? .product(left, right) : .sum(left, right), place)
    }
  }

  /// The elements or rows of a column of which dots stand for some.
  /// - Parameter runner: the letter that runs where the dots stand.
  mutating func list(
    _ items: [Expression],
    dots: Int,
    by runner: Name = runner,
    _ place: Range<Int>?
  ) -> Expression {
    guard items.count == dots + 1, let rule = rule(of: items, dots: dots, by: runner),
      let first = rule.first.whole, let step = rule.step ?? (dots == 1 ? 1 : nil), step == 1,
      first - step * (dots - 1) == 1
    else { return unruled(place) }
    var index = BoundLetter(name: runner)
    index.lower = Expression(.number(.one), place)
    index.upper = rule.last
    return Expression(.column(rule.body, index), place)
  }

  /// The letter that runs where dots stand.
  static let runner = Name("…")
  /// The same for rows, within which dots may stand for cells.
  static let rowRunner = Name("⋮")

  mutating func unruled(_ place: Range<Int>?) -> Expression {
    fault(
      "it is not plain what the dots stand for",
      help: "write the first term, dots and the last term in the same way, or write \\sum_{i=1}^n",
      place
    )
  }

  private struct Rule {
    var body: Expression
    var first: Expression
    /// `nil` where only numbers for the letters show it.
    var step: Int?
    var last: Expression
  }

  private func rule(of terms: [Expression], dots: Int, by runner: Name = runner) -> Rule? {
    guard dots > 0, dots < terms.count else { return nil }
    var before = terms[dots - 1]
    let end = terms[dots]
    // x is x¹ where x² and its like follow.
    if case .power(let base, _) = end.form, before.isSame(as: base) {
      before = Expression(.power(before, Expression(.number(.one), before.place)), before.place)
    }
    guard let difference = differing(before, end, runner),
      difference.from.whole != nil || isCount(difference.from) && isCount(difference.to)
    else { return nil }
    var step: Int?
    if dots > 1, let earlier = differing(terms[dots - 2], before, runner),
      let start = earlier.from.whole, let next = earlier.to.whole, next == difference.from.whole,
      next != start
    {
      step = next - start
    }
    return Rule(body: difference.body, first: difference.from, step: step, last: difference.to)
  }

  /// Whether it is a whole number by the letters in it.
  private func isCount(_ expression: Expression) -> Bool {
    var isCount = true
    expression.forEachName { name in
      switch symbols.meaning(of: name) {
      case .integer, .index: break
      default: isCount = isCount && bound.contains(name)
      }
    }
    return isCount
  }

  private struct Difference {
    var body: Expression
    var from: Expression
    var to: Expression
  }

  /// Where two expressions differ, if it is by one thing alone.
  private func differing(_ a: Expression, _ b: Expression, _ runner: Name) -> Difference? {
    guard a.label == b.label, !a.parts.isEmpty, a.parts.count == b.parts.count else {
      if a.isSame(as: b) { return nil }
      return Difference(body: Expression(.symbol(runner), b.place), from: a, to: b)
    }
    var found: Difference?
    var parts = b.parts
    for (index, pair) in zip(a.parts, b.parts).enumerated() where !pair.0.isSame(as: pair.1) {
      guard let inner = differing(pair.0, pair.1, runner) else { return nil }
      if let found, !found.from.isSame(as: inner.from) || !found.to.isSame(as: inner.to) {
        return nil
      }
      found = inner
      parts[index] = inner.body
    }
    guard var found else { return nil }
    found.body = b.replacing(parts: parts)
    return found
  }
}

extension Expression {
  /// The whole number that it is written as.
  fileprivate var whole: Int? {
    switch form {
    case .number(let number): number.integer
    case .negative(let inner): inner.whole.map { -$0 }
    default: nil
    }
  }

  /// The same of other parts.
  fileprivate func replacing(parts: [Expression]) -> Expression {
    var parts = parts[...]
    func next() -> Expression { parts.popFirst() ?? self }
    let form: Form =
      switch form {
      case .element(_, let indices): .element(next(), indices.map { $0 == nil ? nil : next() })
      case .call(let name, let arguments, let indices):
        .call(name, arguments.map { _ in next() }, indices: indices.map { _ in next() })
      case .function(let function, let items): .function(function, items.map { _ in next() })
      case .negative: .negative(next())
      case .transpose: .transpose(next())
      case .sum: .sum(next(), next())
      case .difference: .difference(next(), next())
      case .product: .product(next(), next())
      case .elementwiseProduct: .elementwiseProduct(next(), next())
      case .quotient: .quotient(next(), next())
      case .power: .power(next(), next())
      case .matrix(let rows): .matrix(rows.map { $0.map { _ in next() } })
      case .column(_, let letter): .column(next(), letter.replacing(next))
      case .expectation: .expectation(next())
      case .variance: .variance(next())
      default: form
      }
    return Expression(form, place)
  }
}

extension BoundLetter {
  /// The same from and to other numbers.
  fileprivate func replacing(_ next: () -> Expression) -> BoundLetter {
    var copy = self
    if lower != nil { copy.lower = next() }
    if upper != nil { copy.upper = next() }
    return copy
  }
}
