import Documents

/// Numbers and letters.
extension ExpressionReader {
  mutating func number(_ scripted: MathTree.Scripted, _ row: inout ArraySlice<MathTree>)
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

  mutating func accented(
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
    case .swift(let swift) where !swift.parameters.isEmpty:
      return call(name, scripted, place, count: swift.parameters.count, [], &row)
    case .swift(let swift):
      let indices = swift.indices.isEmpty ? nil : scripted.lower
      let read = Expression(
        .call(
          name,
          [],
          indices: indices.map { self.indices($0, swift.indices.count).compactMap(\.self) } ?? []
        ),
        place
      )
      let lower = indices == nil ? scripted.lower : nil
      return scripts(
        read,
        MathTree.Scripted(base: scripted.base, lower: lower, upper: scripted.upper)
      )
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
