import Documents

/// What is multiplied: numbers, letters, fractions, roots, brackets, each with what stands right behind it.
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
}
