import Documents

/// Numbers, letters, brackets: what is multiplied.
extension ExpressionReader {
  mutating func factor(_ row: inout ArraySlice<MathTree>) -> Expression {
    guard let first = row.first else {
      return fault("something is missing here", help: "write what stands here", nil)
    }
    let scripted = first.scripted
    let base = scripted.base
    var read: Expression
    switch base.kind {
    case "mn": read = number(scripted, &row)
    case "mi", "mtext": read = letter(scripted, &row)
    case "mover" where base.isAccented: read = accented(scripted, &row)
    case "mo": read = sign(scripted, &row)
    case "mfrac":
      row.removeFirst()
      read = scripts(fraction(base, &row), scripted)
    case "msqrt":
      row.removeFirst()
      let inner = whole(TokenRow(base.children).tokens, base.wholePlace)
      read = scripts(Expression(.function(.sqrt, [inner]), base.wholePlace), scripted)
    case "mroot":
      row.removeFirst()
      let parts = base.children.map { whole($0) }
      read = scripts(Expression(.function(.root, parts), base.wholePlace), scripted)
    case "mchoose":
      row.removeFirst()
      let parts = base.children.map { whole($0) }
      read = Expression(.function(.binomial, parts), base.wholePlace)
    case "mtable":
      row.removeFirst()
      read = scripts(matrix(base), scripted)
    case "mrow" where base.isEvaluationBar:
      row.removeFirst()
      read = value(whole(Array(base.children.dropFirst().dropLast())), at: scripted.lower)
    case "mrow", "mstyle":
      row.removeFirst()
      read = scripts(whole(base), scripted)
    case "munder", "mover", "munderover":
      // What is only written over or under, such as a brace, says nothing.
      row.removeFirst()
      read = scripts(whole(base.children[0]), scripted)
    default:
      row.removeFirst()
      read = unreadable(first)
    }
    return behind(read, &row)
  }

  /// What stands right behind a factor and belongs to it.
  private mutating func behind(_ read: Expression, _ row: inout ArraySlice<MathTree>) -> Expression
  {
    var read = read
    while let next = row.first {
      let scripted = next.scripted
      if scripted.base.kind == "mo", scripted.base.text == "!" || scripted.base.text == "!!" {
        row.removeFirst()
        read = Expression(.function(.factorial, [read]), union(read.place, next.wholePlace))
        read = scripts(read, scripted)
      } else if isPlaceBar(next) {
        row.removeFirst()
        read = value(read, at: scripted.lower)
      } else if mark(row) == "(", read.mentions(.argument), next.kind == "mo" {
        let arguments = bracket(&row)
        guard arguments.items.count == 1 else { return read }
        read = Expression(.substitution(read, .argument, arguments.items[0]), read.place)
        read = scripts(read, arguments.close)
      } else {
        break
      }
    }
    return read
  }

  /// Whether a bar says where what is before it is evaluated, as `\bigg|_{x=0}` does.
  func isPlaceBar(_ tree: MathTree) -> Bool {
    let scripted = tree.scripted
    guard scripted.base.kind == "mo", Self.bars.contains(scripted.base.text),
      let lower = scripted.lower
    else { return false }
    return TokenRow(lower).tokens.contains { $0.kind == "mo" && $0.text == "=" }
  }

  private mutating func value(_ read: Expression, at lower: MathTree?) -> Expression {
    guard let lower, let sign = TokenRow(lower).tokens.firstIndex(where: { $0.text == "=" }) else {
      return read
    }
    let tokens = TokenRow(lower).tokens
    guard sign == 1, let name = Name(tokens[0]) else { return unreadable(lower) }
    let place = union(read.place, lower.wholePlace)
    return Expression(.substitution(read, name, whole(Array(tokens[2...]))), place)
  }

  // MARK: - Numbers and letters

  private mutating func number(_ scripted: MathTree.Scripted, _ row: inout ArraySlice<MathTree>)
    -> Expression
  {
    let token = row.removeFirst()
    let base = scripted.base
    if ["bold", "double-struck"].contains(base.variant) {
      if let truth = indicator(scripted, &row) { return truth }
      let name = Name(base.text, alphabet: "bold")
      if let known = symbols.declared(name) {
        return scripts(Expression(.symbol(known), base.place), scripted)
      }
    }
    let digits = base.text.filter { $0 != "," && $0 != " " }
    guard let value = DoubleDouble(decimal: digits) else { return unreadable(token) }
    var number = Number(value)
    if let place = base.place, rounded.contains(where: { $0.overlaps(place) }),
      let point = digits.firstIndex(of: ".")
    {
      number.error = (0..<digits.distance(from: point, to: digits.endIndex)).reduce(5) { error, _ in
        error / 10
      }
    }
    return scripts(Expression(.number(number), base.place), scripted)
  }

  /// `\mathbb{1}_{i = j}` or `\mathbb{1}[i = j]`; `nil` where no condition stands there.
  private mutating func indicator(
    _ scripted: MathTree.Scripted,
    _ row: inout ArraySlice<MathTree>
  ) -> Expression? {
    if let lower = scripted.lower {
      var tokens = TokenRow(lower).tokens
      if tokens.first?.text == "{" || tokens.first?.text == "[" {
        tokens = Array(tokens.dropFirst().dropLast())
      }
      return Expression(.truth(condition(tokens)), scripted.base.place)
    }
    guard Self.openings[mark(row)] != nil else { return nil }
    let group = bracket(&row, isCondition: true)
    guard let condition = group.condition else { return nil }
    return Expression(.truth(condition), scripted.base.place)
  }

  private mutating func accented(
    _ scripted: MathTree.Scripted,
    _ row: inout ArraySlice<MathTree>
  ) -> Expression {
    let base = scripted.base
    if let name = Name(base), symbols.declared(name) != nil || bound.contains(name) {
      return letter(scripted, &row)
    }
    guard base.accent == "bar" else { return letter(scripted, &row) }
    // A bar is a mean, or makes a complex number its conjugate.
    row.removeFirst()
    let inner = whole(base.children[0])
    let function: Function = symbols.isComplex ? .conj : .mean
    return scripts(Expression(.function(function, [inner]), base.wholePlace), scripted)
  }

  mutating func letter(_ scripted: MathTree.Scripted, _ row: inout ArraySlice<MathTree>)
    -> Expression
  {
    let token = row.removeFirst()
    let base = scripted.base
    guard let name = Name(base) else { return unreadable(token) }
    let place = token.wholePlace
    if bound.contains(name) { return scripts(Expression(.symbol(name), base.place), scripted) }
    // An index may be part of the name, and then the whole is declared.
    if let lower = scripted.lower {
      var full = name
      full.index = TokenRow(lower).tokens.map(\.plainText).joined()
      if let known = symbols.declared(full) {
        let rest = MathTree.Scripted(base: base, upper: scripted.upper)
        return named(known, rest, place, &row)
      }
    }
    if let known = symbols.declared(name) { return named(known, scripted, place, &row) }
    if let read = operation(name, scripted, place, &row) { return read }
    if base.isWord || name.letters == "arg" || name.letters == "ℜ" || name.letters == "ℑ" {
      if let read = word(base.text, scripted, place, &row) { return read }
    }
    if let constant = constant(name) {
      return scripts(Expression(constant, base.place), scripted)
    }
    return unknown(name, scripted, &row)
  }

  private func constant(_ name: Name) -> Expression.Form? {
    guard name.accent.isEmpty else { return nil }
    switch name.letters {
    case "e": return .number(Number(.e, error: DoubleDouble.unit))
    case "π": return .number(Number(.pi, error: DoubleDouble.unit))
    case "∞": return .infinity
    default: return nil
    }
  }

  private mutating func unknown(
    _ name: Name,
    _ scripted: MathTree.Scripted,
    _ row: inout ArraySlice<MathTree>
  ) -> Expression {
    let isWord = name.letters.count > 1
    let read = fault(
      isWord ? "'\(name.shown)' has no meaning" : "the letter '\(name.shown)' has no meaning",
      help: "say under symbols what it means, such as '\(name.shown): real number'",
      scripted.base.wholePlace
    )
    // What stands in its brackets and scripts is looked at too.
    if mark(row) == "(" { _ = bracket(&row) }
    if let lower = scripted.lower, !isWord { _ = indices(lower, 0) }
    return read
  }

  /// A letter that is declared.
  private mutating func named(
    _ name: Name,
    _ scripted: MathTree.Scripted,
    _ place: Range<Int>?,
    _ row: inout ArraySlice<MathTree>
  ) -> Expression {
    switch symbols.meaning(of: name) {
    case .function(let nature):
      return call(name, scripted, place, count: nature.count, nature.arguments, &row)
    case .formula(let definition) where !definition.parameters.isEmpty:
      return call(name, scripted, place, count: definition.parameters.count, [], &row)
    case .formula(let definition) where !definition.indices.isEmpty:
      guard let lower = scripted.lower else {
        return scripts(Expression(.symbol(name), place), scripted)
      }
      let indices = indices(lower, definition.indices.count)
      let read = Expression(
        .element(Expression(.symbol(name), scripted.base.place), indices),
        place
      )
      return scripts(read, MathTree.Scripted(base: scripted.base, upper: scripted.upper))
    default:
      return scripts(Expression(.symbol(name), scripted.base.place), scripted)
    }
  }

  // MARK: - Calls

  /// A function with its arguments.
  private mutating func call(
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
    if case .formula(let definition)? = symbols.meaning(of: name) {
      definition.indices.count
    } else {
      0
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

  // MARK: - Scripts

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

extension [MathTree] {
  /// How many primes they are; `nil` where they are something else.
  var primeCount: Int? {
    var count = 0
    for token in self {
      guard token.kind == "mo" else { return nil }
      for sign in token.text {
        guard let primes = ["′": 1, "'": 1, "″": 2, "‴": 3, "⁗": 4][sign] else { return nil }
        count += primes
      }
    }
    return count > 0 ? count : nil
  }

  /// The parts between signs that stand in no brackets.
  func split(separator: String) -> [ArraySlice<MathTree>] {
    splitOutside { $0.kind == "mo" && $0.text == separator }
  }

  /// The parts between elements that stand in no brackets.
  func splitOutside(_ isSeparator: (MathTree) -> Bool) -> [ArraySlice<MathTree>] {
    let outer = Set(outer)
    var parts: [ArraySlice<MathTree>] = []
    var start = startIndex
    for index in indices where outer.contains(index) && isSeparator(self[index]) {
      if start < index { parts.append(self[start..<index]) }
      start = index + 1
    }
    if start < endIndex { parts.append(self[start...]) }
    return parts
  }

  /// Where those elements are that stand in no brackets.
  var outer: [Int] {
    var depth = 0
    return indices.filter { index in
      let base = self[index].scripted.base
      guard base.kind == "mo" else { return depth == 0 }
      if ExpressionReader.closings.contains(base.text) { depth -= 1 }
      defer { if ExpressionReader.openings[base.text] != nil { depth += 1 } }
      return depth <= 0
    }
  }
}

extension MathTree {
  /// What it says without any structure, as in an index that is part of a name.
  var plainText: String { text + children.map(\.plainText).joined() }
}

extension Name {
  /// The name that a letter without scripts is; `nil` for what is no letter.
  init?(_ tree: MathTree) {
    let tree = tree.onlyPart
    if let accent = tree.accent {
      guard var name = Name(tree.children[0]) else { return nil }
      name.accent = accent
      self = name
      return
    }
    guard ["mi", "mo", "mtext"].contains(tree.kind), !tree.text.isEmpty,
      tree.kind == "mi" || tree.isWord || tree.text == "∂"
    else { return nil }
    let alphabets = [
      "bold": "bold", "bold-italic": "bold", "double-struck": "double-struck", "script": "script",
      "fraktur": "fraktur", "sans-serif": "sans-serif", "-tex-calligraphic": "script",
      "-tex-bold-calligraphic": "script", "bold-sans-serif": "sans-serif",
    ]
    self.init(tree.text, alphabet: alphabets[tree.variant] ?? "")
  }
}
