import Documents

/// Functions with their arguments.
extension ExpressionReader {
  /// A function with its arguments.
  mutating func call(
    _ name: Name,
    _ scripted: MathTree.Scripted,
    _ place: Range<Int>?,
    count: Int,
    _ usual: [Name],
    _ row: inout ArraySlice<MathTree>
  ) -> Expression {
    var (order, power) = primes(scripted.upper)
    if power != nil, order == nil { order = 0 }
    var arguments: [Expression]
    var close: MathTree.Scripted?
    var whole = place
    let index = scripted.lower.map { indices($0, indexCount(of: name)) } ?? []
    if mark(row) == "(" || mark(row) == "[", row.first?.kind == "mo" {
      let group = bracket(&row)
      arguments = group.items
      close = group.close
      whole = union(place, group.place)
    } else if !usual.isEmpty {
      arguments = usual.map { Expression(.symbol($0), place) }
    } else if count == 1, isFunctionOfNumbers(name) {
      arguments = [Expression(.symbol(.argument), place)]
    } else {
      return fault(
        "'\(name.shown)' is a function and stands without its arguments",
        help: "write \(name.shown)(…)",
        place
      )
    }
    guard arguments.count == count else {
      return fault(
        "'\(name.shown)' is a function of \(count) and gets \(arguments.count)",
        help: "separate its arguments by commas",
        whole
      )
    }
    var behind = close?.lower.map { indices($0, indexCount(of: name)) } ?? []
    if behind.isEmpty { behind = index }
    func applied(_ arguments: [Expression]) -> Expression {
      Expression(.call(name, arguments, indices: behind.compactMap(\.self)), whole)
    }
    var read: Expression
    if let order, order > 0 {
      guard count == 1 else {
        return fault(
          "a prime derives a function of one number, and '\(name.shown)' has \(count)",
          help: "write \\frac{\\partial}{\\partial …}",
          place
        )
      }
      let inner = applied([Expression(.symbol(.argument), place)])
      let by = Array(repeating: Expression(.symbol(.argument), place), count: order)
      read = Expression(
        .substitution(Expression(.derivative(inner, by: by), whole), .argument, arguments[0]),
        whole
      )
    } else {
      read = applied(arguments)
    }
    if let power { read = raised(read, power) }
    if let close {
      let rest = MathTree.Scripted(
        base: close.base,
        lower: indexCount(of: name) > 0 ? nil : close.lower,
        upper: close.upper
      )
      read = scripts(read, rest)
    }
    return read
  }

  /// Whether it makes sense to leave a function's argument out.
  private func isFunctionOfNumbers(_ name: Name) -> Bool {
    switch symbols.meaning(of: name) {
    case .function: true
    case .formula(let definition):
      if case .whole? = definition.parameters.first { true } else { false }
    default: false
    }
  }

  private func indexCount(of name: Name) -> Int {
    switch symbols.meaning(of: name) {
    case .formula(let definition): definition.indices.count
    case .swift(let swift): swift.indices.count
    default: 0
    }
  }

  /// How often a function is derived by primes or `^{(n)}`, and what else stands above it.
  private mutating func primes(_ upper: MathTree?) -> (order: Int?, power: MathTree?) {
    guard let upper else { return (nil, nil) }
    let tokens = TokenRow(upper).tokens
    if let count = tokens.primeCount { return (count, nil) }
    if tokens.count == 3, tokens[0].text == "(", tokens[2].text == ")",
      let order = Int(tokens[1].text)
    {
      return (order, nil)
    }
    return (nil, upper)
  }
}
