import Documents

/// Words and signs that take what follows: sums, functions, expectations, integrals, limits.
extension ExpressionReader {
  // MARK: - Sums and their like

  mutating func big(
    _ big: BigOperator,
    _ scripted: MathTree.Scripted,
    _ row: inout ArraySlice<MathTree>
  ) -> Expression {
    let sign = row.removeFirst()
    let range = letters(under: scripted, sign.wholePlace)
    let outer = bound
    bound.formUnion(range.letters.map(\.name))
    defer { bound = outer }
    let condition =
      range.conditions.isEmpty ? nil : Condition.all(range.conditions.map { self.condition($0) })
    let body = product(&row)
    return Expression(.big(big, range.letters, condition, body), union(sign.wholePlace, body.place))
  }

  /// What stands under and over a sum: the letters that run, and conditions on them.
  private mutating func letters(under scripted: MathTree.Scripted, _ place: Range<Int>?) -> (
    letters: [BoundLetter], conditions: [[MathTree]]
  ) {
    guard let lower = scripted.lower else {
      _ = fault(
        "nothing says by which letter this sum runs",
        help: "write \\sum_i or \\sum_{i=1}^n",
        place
      )
      return ([], [])
    }
    var letters: [BoundLetter] = []
    var conditions: [[MathTree]] = []
    for line in lines(of: lower) {
      for part in line.split(separator: ",") {
        let tokens = Array(part)
        let signs = tokens.indices.filter { Self.relations[tokens[$0].relationSign] != nil }
        if signs.isEmpty, tokens.count == 1, let name = Name(tokens[0]) {
          letters.append(BoundLetter(name: name))
        } else if signs.count == 1, signs[0] == 1, tokens[1].text == "=", let name = Name(tokens[0])
        {
          let outer = bound
          letters.append(bound(name, tokens, scripted.upper))
          bound = outer
        } else if let first = tokens.first {
          conditions.append(tokens)
          letters += names(in: tokens, signs, hasLetters: !letters.isEmpty, first)
        }
      }
    }
    letters = letters.reduce(into: []) { all, letter in
      if !all.contains(where: { $0.name == letter.name }) { all.append(letter) }
    }
    if letters.isEmpty {
      _ = fault("no letter runs here", help: "write \\sum_{i=1}^n", lower.wholePlace)
    }
    return (letters, conditions)
  }

  private mutating func bound(_ name: Name, _ tokens: [MathTree], _ upper: MathTree?) -> BoundLetter
  {
    var letter = BoundLetter(name: name, lower: whole(Array(tokens[2...]), tokens[0].wholePlace))
    if let upper {
      if TokenRow(upper).tokens.map(\.text) == ["∞"] {
        letter.isEndless = true
      } else {
        letter.upper = whole(upper)
      }
    }
    return letter
  }

  /// The letters of a condition that run: the first one, and those that mean nothing else.
  private func names(
    in tokens: [MathTree],
    _ signs: [Int],
    hasLetters: Bool,
    _ first: MathTree
  ) -> [BoundLetter] {
    let sides = tokens.split { Self.relations[$0.relationSign] != nil }
    let alone = sides.enumerated().compactMap { index, side -> (Int, Name)? in
      guard side.count == 1, let name = Name(side[side.startIndex]) else { return nil }
      return (index, name)
    }
    return alone.compactMap { index, name in
      if bound.contains(name) { return nil }
      let isInside = index > 0 && index < sides.count - 1
      let isFree = symbols.declared(name) == nil
      let isFirst = index == 0 && sides.count == 2 && !hasLetters
      guard isInside || isFree || isFirst else { return nil }
      return BoundLetter(name: name)
    }
  }

  /// The lines of `\substack`, or the only one.
  private func lines(of tree: MathTree) -> [[MathTree]] {
    let tokens = TokenRow(tree).tokens
    guard tokens.count == 1, tokens[0].kind == "mtable" else { return [tokens] }
    return tokens[0].children.map { TokenRow($0.children.flatMap(\.children)).tokens }
  }

  // MARK: - Words

  /// A function that every text knows; `nil` for any other word.
  mutating func word(
    _ text: String,
    _ scripted: MathTree.Scripted,
    _ place: Range<Int>?,
    _ row: inout ArraySlice<MathTree>
  ) -> Expression? {
    var text = text.replacing("\u{2006}", with: " ").replacing("\u{2009}", with: " ")
    var scripted = scripted
    if text == "arg", let next = row.first, ["max", "min"].contains(next.scripted.base.text) {
      scripted = next.scripted
      text += " " + scripted.base.text
      row.removeFirst()
    }
    if text == "lim" { return limit(scripted, place, &row) }
    guard let function = Function.names[text] else { return nil }
    if let big = Self.bigWords[function], let lower = scripted.lower {
      row = [MathTree("munder", place: place, children: [scripted.base, lower])] + row
      return self.big(big, scripted, &row)
    }
    if function == .mod { return nil }
    return called(function, scripted, place, &row)
  }

  private static let bigWords: [Function: BigOperator] = [
    .max: .maximum, .min: .minimum, .argmax: .argumentOfMaximum, .argmin: .argumentOfMinimum,
  ]

  private mutating func called(
    _ function: Function,
    _ scripted: MathTree.Scripted,
    _ place: Range<Int>?,
    _ row: inout ArraySlice<MathTree>
  ) -> Expression {
    var function = function
    var power = scripted.upper
    if let upper = power, TokenRow(upper).tokens.map(\.text).joined() == "−1",
      let inverse = Self.inverses[function]
    {
      function = inverse
      power = nil
    }
    var items: [Expression]
    var close: MathTree.Scripted?
    if ["(", "[", "{"].contains(mark(row)), row.first?.kind == "mo" {
      let group = bracket(&row)
      items = group.items
      close = group.close
      if let condition = group.condition { items = [Expression(.truth(condition), group.place)] }
    } else if beginsFactor(row) {
      items = [argument(&row)]
    } else {
      return fault(
        "'\(scripted.base.text)' has no argument",
        help: "write \(scripted.base.text)(…)",
        place
      )
    }
    let whole = items.reduce(place) { union($0, $1.place) }
    var read = Expression(.function(function, items), whole)
    if let lower = scripted.lower {
      guard function == .log || function == .ln else {
        return fault("an index means nothing here", help: "leave it out", lower.wholePlace)
      }
      read = Expression(.function(.logBase, items + [self.whole(lower)]), whole)
    }
    if let power { read = raised(read, power) }
    return scripts(read, close)
  }

  private static let inverses: [Function: Function] = [
    .sin: .arcsin, .cos: .arccos, .tan: .arctan, .sinh: .arsinh, .cosh: .arcosh, .tanh: .artanh,
  ]

  /// The argument of a function that has no brackets: factors, up to the next function.
  private mutating func argument(_ row: inout ArraySlice<MathTree>) -> Expression {
    var read: Expression?
    while beginsFactor(row), let next = row.first {
      let base = next.scripted.base
      if read != nil {
        let isWord = base.isWord && Function.names[base.text] != nil || base.text == "lim"
        if isWord || Self.bigSigns[base.text] != nil || base.text == "∫" { break }
        if Self.openings[base.text] != nil, case .number? = read?.form {
        } else if Self.openings[base.text] != nil {
          break
        }
      }
      let factor = factor(&row)
      read = read.map { Expression(.product($0, factor), union($0.place, factor.place)) } ?? factor
      if ["mfrac", "msqrt", "mroot"].contains(base.kind) || Self.openings[base.text] != nil
        || Self.bars.contains(base.text)
      {
        break
      }
    }
    return read ?? Expression(.unreadable)
  }

  // MARK: - Letters that are operations where nobody declares them

  mutating func operation(
    _ name: Name,
    _ scripted: MathTree.Scripted,
    _ place: Range<Int>?,
    _ row: inout ArraySlice<MathTree>
  ) -> Expression? {
    let isBracketed = ["(", "["].contains(mark(row)) && row.first?.kind == "mo"
    switch name.letters {
    case "∇": return gradient(scripted, place, &row)
    case "δ" where scripted.lower != nil:
      guard let lower = scripted.lower, case let read = indices(lower, 2).compactMap(\.self),
        read.count == 2
      else { return nil }
      let delta = Expression(.function(.kronecker, read), place)
      return scripted.upper.map { raised(delta, $0) } ?? delta
    case "E" where isBracketed: return expectation(scripted, place, &row)
    case "Var" where isBracketed, "var" where isBracketed, "V" where isBracketed:
      return variance(scripted, place, &row)
    case "Cov" where isBracketed, "cov" where isBracketed:
      let group = bracket(&row)
      guard group.items.count == 2 else {
        return fault("a covariance is one of two", help: "write \\operatorname{Cov}(X, Y)", place)
      }
      let read = Expression(.covariance(group.items[0], group.items[1]), union(place, group.place))
      return scripts(scripted.upper.map { raised(read, $0) } ?? read, group.close)
    case "P" where isBracketed, "Pr" where isBracketed: return probability(place, &row)
    case "Γ" where isBracketed:
      let group = bracket(&row)
      return scripts(
        Expression(.function(.gamma, group.items), union(place, group.place)),
        group.close
      )
    default: return nil
    }
  }

  private mutating func gradient(
    _ scripted: MathTree.Scripted,
    _ place: Range<Int>?,
    _ row: inout ArraySlice<MathTree>
  ) -> Expression {
    let order = scripted.upper.flatMap { Int(TokenRow($0).tokens.map(\.text).joined()) } ?? 1
    let body = product(&row)
    let whole = union(place, body.place)
    if let lower = scripted.lower {
      let by = self.whole(lower)
      return Expression(.gradient(body, by: by, order: order), whole)
    }
    guard case .call(let name, let arguments, let indices) = body.form, arguments.count == 1 else {
      return fault(
        "nothing says by which letter this is derived",
        help: "write it below, such as \\nabla_x",
        place
      )
    }
    let inner = Expression(
      .call(name, [Expression(.symbol(.argument), whole)], indices: indices),
      whole
    )
    let derived = Expression(
      .gradient(inner, by: Expression(.symbol(.argument)), order: order),
      whole
    )
    return Expression(.substitution(derived, .argument, arguments[0]), whole)
  }

  // MARK: - Integrals and limits

  mutating func integral(_ scripted: MathTree.Scripted, _ row: inout ArraySlice<MathTree>)
    -> Expression
  {
    let sign = row.removeFirst()
    let place = sign.wholePlace
    guard let lower = scripted.lower else {
      return fault("an integral needs its limits", help: "write \\int_a^b", place)
    }
    guard let (name, end, isInFraction) = differential(in: row) else {
      return fault(
        "nothing says by which letter this integral runs",
        help: "end it with \\,dx",
        place
      )
    }
    var (from, to): (Expression, Expression)
    if let upper = scripted.upper {
      (from, to) = (whole(lower), whole(upper))
    } else if TokenRow(lower).tokens.map(\.text) == ["R"]
      || TokenRow(lower).tokens.map(\.text) == ["ℝ"]
    {
      to = Expression(.infinity, place)
      from = Expression(.negative(to), place)
    } else {
      return fault("an integral needs its limits", help: "write \\int_a^b", place)
    }
    let outer = bound
    bound.insert(name)
    defer { bound = outer }
    var tokens = Array(row[..<end])
    if isInFraction { tokens.append(Self.withoutDifferential(row[end])) }
    let body =
      tokens.isEmpty ? Expression(.number(.one), place) : whole(tokens, place)
    row = row[(isInFraction ? end + 1 : end + 2)...]
    return Expression(.integral(body, name, from: from, to: to), union(place, body.place))
  }

  /// Where the integral ends that begins before a row: its `d` and a letter, perhaps in a numerator.
  private func differential(in row: ArraySlice<MathTree>) -> (Name, Int, isInFraction: Bool)? {
    var open = 0
    for index in row.indices {
      let token = row[index]
      if token.scripted.base.text == "∫" { open += 1 }
      var name: Name?
      var isInFraction = false
      if beginsDifferential(row[index...]) {
        name = Name(row[index + 1])
      } else if token.kind == "mfrac", let numerator = token.children.first {
        let tokens = TokenRow(numerator).tokens
        if tokens.count > 1, beginsDifferential(tokens[(tokens.count - 2)...]) {
          name = Name(tokens[tokens.count - 1])
          isInFraction = true
        }
      }
      guard let name else { continue }
      if open == 0 { return (name, index, isInFraction) }
      open -= 1
    }
    return nil
  }

  /// A fraction whose numerator ends with a differential, without it.
  private static func withoutDifferential(_ fraction: MathTree) -> MathTree {
    var fraction = fraction
    let tokens = Array(TokenRow(fraction.children[0]).tokens.dropLast(2))
    let one = MathTree("mn", text: "1", place: fraction.wholePlace)
    fraction.children[0] = MathTree("mrow", children: tokens.isEmpty ? [one] : tokens)
    return fraction
  }

  private mutating func limit(
    _ scripted: MathTree.Scripted,
    _ place: Range<Int>?,
    _ row: inout ArraySlice<MathTree>
  ) -> Expression {
    guard let lower = scripted.lower, case var tokens = TokenRow(lower).tokens, tokens.count > 2,
      let name = Name(tokens[0]), tokens[1].text == "→"
    else {
      return fault("this limit cannot be read", help: "write \\lim_{x \\to 0}", place)
    }
    var side = 0
    let end = tokens[tokens.count - 1].scripted
    if let upper = end.upper, ["+", "−"].contains(TokenRow(upper).tokens.first?.text) {
      side = TokenRow(upper).tokens.first?.text == "+" ? 1 : -1
      tokens[tokens.count - 1] = end.base
    }
    let target = whole(Array(tokens[2...]), lower.wholePlace)
    let outer = bound
    bound.insert(name)
    defer { bound = outer }
    let body = product(&row)
    return Expression(.limit(body, name, to: target, side: side), union(place, body.place))
  }
}
