import Documents

/// Indices, powers, and what else stands at the right of a factor.
extension ExpressionReader {
  /// An expression with what stands at its lower and its upper right.
  mutating func scripts(_ read: Expression, _ scripted: MathTree.Scripted) -> Expression {
    var read = read
    if let lower = scripted.lower {
      let indices = indices(lower, count(of: read))
      read = Expression(.element(read, indices), union(read.place, lower.wholePlace))
    }
    if let upper = scripted.upper { read = raised(read, upper) }
    return read
  }

  /// How many indices an expression takes, as far as that is known by its letter.
  private func count(of read: Expression) -> Int {
    guard case .symbol(let name) = read.form else { return 0 }
    switch symbols.meaning(of: name) {
    case .matrix: return 2
    case .vector: return 1
    case .formula(let definition): return definition.indices.count
    default: return 0
    }
  }

  /// The digits of `w_{12}`, which MathML has as one number, where they are as many as the indices.
  private func digits(_ tokens: [MathTree], _ wanted: Int) -> [MathTree] {
    guard wanted > 1, tokens.count == 1, tokens[0].kind == "mn", tokens[0].text.count == wanted
    else {
      return tokens
    }
    return tokens[0].text.map { MathTree("mn", text: String($0), place: tokens[0].place) }
  }

  /// What an index says: each of them where there are commas, and else as many as are wanted.
  mutating func indices(_ lower: MathTree, _ wanted: Int) -> [Expression?] {
    let tokens = digits(TokenRow(lower).tokens, wanted)
    let parts = tokens.split(separator: ",")
    // Two letters side by side are two indices, unless what has them is known to take one.
    let isPair = tokens.count == 2 && tokens.allSatisfy { $0.kind == "mi" || $0.kind == "mn" }
    let wanted = wanted == 0 && isPair ? 2 : wanted
    if parts.count > 1 || wanted < 2 {
      return parts.map { part in
        if part.count == 1, ["⋅", "·", ":", "∗", "•", "∙"].contains(part.first?.text) {
          return nil
        }
        return whole(Array(part), lower.wholePlace)
      }
    }
    var row = tokens[...]
    var read: [Expression?] = []
    while !row.isEmpty {
      if let first = row.first, ["⋅", "·", ":", "∗", "•", "∙"].contains(first.text) {
        row.removeFirst()
        read.append(nil)
        continue
      }
      let before = row.count
      read.append(factor(&row))
      if row.count == before { row.removeFirst() }
    }
    if read.count == wanted { return read }
    return [whole(tokens, lower.wholePlace)]
  }

  /// An expression with what stands above it: a power, a transpose, or primes.
  mutating func raised(_ read: Expression, _ upper: MathTree) -> Expression {
    let tokens = TokenRow(upper).tokens
    let place = union(read.place, upper.wholePlace)
    if let order = tokens.primeCount {
      guard read.mentions(.argument) else {
        return fault(
          "a prime derives a function, and this is none",
          help: "declare the letter under symbols, such as 'f: differentiable function'",
          place
        )
      }
      let by = Array(repeating: Expression(.symbol(.argument), place), count: order)
      return Expression(.derivative(read, by: by), place)
    }
    var rest = tokens[...]
    let isInverse = ["−", "-"].contains(rest.first?.text)
    if isInverse { rest.removeFirst() }
    if rest.count == 1, let sign = rest.first, isTranspose(sign) {
      let inner = isInverse ? Expression(.function(.inverse, [read]), place) : read
      return Expression(.transpose(inner), place)
    }
    if tokens.count == 1, ["∗", "*", "†", "H"].contains(tokens[0].text), isFree(tokens[0]) {
      return Expression(.function(.conjugateTranspose, [read]), place)
    }
    if tokens.count == 1, tokens[0].text == "∘" {
      return Expression(
        .product(read, Expression(.number(Number(.pi / DoubleDouble(180))))),
        place
      )
    }
    return Expression(.power(read, whole(upper)), place)
  }

  private func isTranspose(_ sign: MathTree) -> Bool {
    ["⊤", "⊺", "T", "t", "tr"].contains(sign.text) && isFree(sign)
      && (sign.text != "t" || !sign.variant.isEmpty)
  }

  private func isFree(_ sign: MathTree) -> Bool {
    guard sign.kind == "mi", let name = Name(sign) else { return true }
    return symbols.meanings[name] == nil && !bound.contains(name)
  }
}
