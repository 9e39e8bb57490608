import Documents
import Foundation

/// Brackets, bars, and the signs that take much behind them.
extension ExpressionReader {
  /// What stands between brackets.
  struct Group {
    var items: [Expression] = []
    var condition: Condition?
    /// The bracket that closes, with its scripts.
    var close: MathTree.Scripted?
    var place: Range<Int>?
  }

  mutating func sign(_ scripted: MathTree.Scripted, _ row: inout ArraySlice<MathTree>) -> Expression
  {
    let text = scripted.base.text
    if Self.bars.contains(text) { return bars(&row) }
    if Self.openings[text] != nil { return brackets(&row) }
    if let big = Self.bigSigns[text] { return self.big(big, scripted, &row) }
    switch text {
    case "∫": return integral(scripted, &row)
    case "√":
      row.removeFirst()
      return Expression(.function(.sqrt, [factor(&row)]), scripted.base.place)
    default: break
    }
    if scripted.base.isWord || ["∇", "∂"].contains(text) { return letter(scripted, &row) }
    let token = row.removeFirst()
    return unreadable(token)
  }

  // MARK: - Brackets

  /// Reads what stands between brackets, up to the one that closes.
  /// - Parameter isCondition: whether it is a statement rather than a value.
  mutating func bracket(_ row: inout ArraySlice<MathTree>, isCondition: Bool = false) -> Group {
    let opening = row.removeFirst()
    let closing = Self.openings[opening.text] ?? ")"
    var group = Group(place: opening.wholePlace)
    let outer = (openBars, isInIntegral)
    (openBars, isInIntegral) = (0, false)
    defer { (openBars, isInIntegral) = outer }
    guard let end = end(of: row, opening: opening.text, closing: closing) else {
      group.items = [
        fault(
          "'\(opening.text)' is never closed",
          help: "close it with '\(closing)'",
          opening.place
        )
      ]
      row.removeAll()
      return group
    }
    let inner = row[row.startIndex..<end]
    let close = row[end].scripted
    group.close = close
    group.place = union(group.place, row[end].wholePlace)
    row = row[(end + 1)...]
    let isRelation = Array(inner).outer.contains {
      Self.relations[inner[inner.startIndex + $0].relationSign] != nil
    }
    if isCondition || isRelation {
      group.condition = condition(Array(inner))
      return group
    }
    let parts = Array(inner).splitOutside { part in
      part.kind == "mo" && [",", ";", "∣", "|"].contains(part.text) && part.separates(in: inner)
    }
    group.items = parts.map { whole(Array($0), group.place) }
    if parts.isEmpty { group.items = [whole([], group.place)] }
    return group
  }

  /// Where the bracket stands that closes one which is open.
  func end(of row: ArraySlice<MathTree>, opening: String, closing: String) -> Int? {
    var depth = 0
    for index in row.indices {
      let base = row[index].scripted.base
      guard base.kind == "mo" else { continue }
      if base.text == opening { depth += 1 }
      if base.text == closing {
        if depth == 0 { return index }
        depth -= 1
      }
    }
    return nil
  }

  private mutating func brackets(_ row: inout ArraySlice<MathTree>) -> Expression {
    let opening = row.first?.text ?? ""
    let rest = row.dropFirst()
    if opening == "{", let table = rest.first, table.kind == "mtable",
      !rest.dropFirst().contains(where: { $0.scripted.base.text == "}" })
    {
      row.removeFirst(2)
      return cases(table)
    }
    let group = bracket(&row)
    if let condition = group.condition {
      return scripts(Expression(.truth(condition), group.place), group.close)
    }
    var read = group.items[0]
    read.place = group.place
    switch opening {
    case "⌊": read = Expression(.function(.floor, group.items), group.place)
    case "⌈": read = Expression(.function(.ceil, group.items), group.place)
    case "⟨": read = Expression(.function(.dot, group.items), group.place)
    default:
      if group.items.count > 1 {
        read = Expression(.matrix(group.items.map { [$0] }), group.place)
      }
    }
    return scripts(read, group.close)
  }

  mutating func scripts(_ read: Expression, _ close: MathTree.Scripted?) -> Expression {
    guard let close, close.lower != nil || close.upper != nil else { return read }
    return scripts(read, close)
  }

  /// `|x|`, `‖x‖`, and a determinant between bars.
  private mutating func bars(_ row: inout ArraySlice<MathTree>) -> Expression {
    let opening = row.removeFirst()
    let isNorm = ["‖", "∥", "∣∣"].contains(opening.text)
    openBars += 1
    var read = sum(&row)
    openBars -= 1
    guard let close = row.first?.scripted, Self.bars.contains(close.base.text) else {
      return fault("this bar is never closed", help: "close it", opening.wholePlace)
    }
    let place = union(opening.wholePlace, row.removeFirst().wholePlace)
    guard isNorm else {
      read = Expression(.function(.abs, [read]), place)
      return scripts(read, close)
    }
    var items = [read]
    if let lower = close.lower { items.append(normOrder(lower)) }
    read = Expression(.function(.norm, items), place)
    return close.upper.map { raised(read, $0) } ?? read
  }

  /// What stands under a norm: a number, infinity, or an F for Frobenius.
  private mutating func normOrder(_ lower: MathTree) -> Expression {
    TokenRow(lower).tokens.map(\.plainText) == ["F"]
      ? Expression(.number(Number(2)), lower.wholePlace) : whole(lower)
  }

  // MARK: - Tables

  mutating func matrix(_ table: MathTree) -> Expression {
    var rows: [[Expression]] = []
    var dotted: Int?
    for row in table.children {
      let cells = row.children.filter { $0.kind == "mtd" }.map { TokenRow($0.children).tokens }
      // Where columns are left out as well, a cell between dots may be empty.
      let isDots = cells.allSatisfy {
        $0.isEmpty || $0.count == 1 && ["⋮", "⋱", "…", "⋯"].contains($0[0].text)
      }
      if isDots, cells.contains(where: { !$0.isEmpty }), dotted == nil, !rows.isEmpty {
        dotted = rows.count
        continue
      }
      if let read = dottedRow(cells, row.wholePlace) {
        rows.append([read])
        continue
      }
      rows.append(cells.map { whole($0, row.wholePlace) })
    }
    if let dotted {
      let items = rows.map { $0.count == 1 ? $0[0] : Expression(.matrix([$0]), table.wholePlace) }
      guard dotted < items.count else { return unruled(table.wholePlace) }
      return list(items, dots: dotted, by: Self.rowRunner, table.wholePlace)
    }
    return Expression(.matrix(rows), table.wholePlace)
  }

  /// A row in which dots stand for cells.
  private mutating func dottedRow(_ cells: [[MathTree]], _ place: Range<Int>?) -> Expression? {
    func isDots(_ cell: [MathTree]) -> Bool {
      cell.count == 1 && ["…", "⋯"].contains(cell[0].text)
    }
    guard let dots = cells.firstIndex(where: isDots), dots > 0, dots + 1 < cells.count else {
      return nil
    }
    let items = (cells[..<dots] + cells[(dots + 1)...]).map { whole($0, place) }
    return Expression(.transpose(list(items, dots: dots, place)), place)
  }

  private mutating func cases(_ table: MathTree) -> Expression {
    var cases: [Expression.Case] = []
    for row in table.children {
      let cells = row.children.filter { $0.kind == "mtd" }.map { TokenRow($0.children).tokens }
      var value = cells.first ?? []
      while value.last?.text == "," { value.removeLast() }
      var words = cells.dropFirst().flatMap { $0 }
      // A case may be written in one cell, with its words behind it.
      if words.isEmpty, let word = value.firstIndex(where: { $0.kind == "mtext" }) {
        words = Array(value[word...])
        value = Array(value[..<word])
      }
      while [".", ",", ";"].contains(words.last?.text) { words.removeLast() }
      var isOtherwise = words.isEmpty
      while let word = words.first, word.kind == "mtext" {
        let text = word.text.trimmed.lowercased()
        isOtherwise = isOtherwise || ["otherwise", "else", "sonst"].contains(text)
        words.removeFirst()
      }
      let condition = isOtherwise || words.isEmpty ? nil : condition(words)
      cases.append(Expression.Case(value: whole(value, row.wholePlace), condition: condition))
    }
    return Expression(.cases(cases), table.wholePlace)
  }

  // MARK: - Fractions

  mutating func fraction(_ tree: MathTree, _ row: inout ArraySlice<MathTree>) -> Expression {
    guard tree.children.count == 2 else { return unreadable(tree) }
    let numerator = TokenRow(tree.children[0]).tokens
    let denominator = TokenRow(tree.children[1]).tokens
    if let read = derivative(numerator, denominator, tree.wholePlace, &row) { return read }
    let place = tree.wholePlace
    return Expression(
      .quotient(whole(tree.children[0]), whole(tree.children[1])),
      place
    )
  }

  private func isDifferential(_ token: MathTree?) -> Bool {
    guard let base = token?.scripted.base, base.kind == "mi" || base.kind == "mo" else {
      return false
    }
    if base.text == "∂" { return true }
    return base.text == "d" && symbols.meaning(of: Name("d")) == nil && !bound.contains(Name("d"))
  }

  /// `\frac{d f}{d x}` and its like; `nil` where it is a fraction as others are.
  private mutating func derivative(
    _ numerator: [MathTree],
    _ denominator: [MathTree],
    _ place: Range<Int>?,
    _ row: inout ArraySlice<MathTree>
  ) -> Expression? {
    guard isDifferential(numerator.first), isDifferential(denominator.first) else { return nil }
    let order =
      numerator[0].scripted.upper.flatMap { Int(TokenRow($0).tokens.map(\.text).joined()) } ?? 1
    var by: [Expression] = []
    var rest = denominator[...]
    while isDifferential(rest.first), rest.count > 1 {
      rest.removeFirst()
      guard var letter = rest.popFirst() else { break }
      var times = 1
      let scripted = letter.scripted
      if let upper = scripted.upper, let count = Int(TokenRow(upper).tokens.map(\.text).joined()) {
        times = count
        letter =
          scripted.lower.map { MathTree("msub", children: [scripted.base, $0]) } ?? scripted.base
      }
      var one = [letter][...]
      let variable = factor(&one)
      by += Array(repeating: variable, count: max(1, min(times, 4)))
    }
    guard rest.isEmpty, by.count == order else {
      return fault(
        "this derivative cannot be read",
        help: "write as many letters below as its order says",
        place
      )
    }
    var body: Expression
    if numerator.count > 1 {
      body = whole(Array(numerator.dropFirst()), place)
    } else if mark(row) == "(" || mark(row) == "[" {
      body = factor(&row)
    } else {
      body = product(&row)
    }
    if by.count == order, let first = by.first { body = resolved(body, first) }
    let read = Expression(.derivative(body, by: by.reversed()), union(place, body.place))
    // At a place, as in `\frac{df}{dx}(0)`.
    if numerator.count > 1, mark(row) == "(", case .symbol(let name)? = by.first?.form,
      case .substitution = body.form
    {
      let group = bracket(&row)
      return Expression(.substitution(read, name, group.items[0]), union(read.place, group.place))
    }
    return read
  }

  /// A function without its argument is one of the letter by which it is derived.
  private func resolved(_ body: Expression, _ letter: Expression) -> Expression {
    body.mentions(.argument)
      ? Expression(.substitution(body, .argument, letter), body.place) : body
  }
}

extension MathTree {
  /// Whether a sign separates arguments; a bar does so only where it is alone, as in `p(x | y)`.
  fileprivate func separates(in row: ArraySlice<MathTree>) -> Bool {
    text == "," || text == ";" || text == "∣" && row.count { $0.scripted.base.text == "∣" } == 1
      || text == "|" && row.count { $0.scripted.base.text == "|" } == 1
  }

  /// The sign that it is if it is a relation, whatever is written over it.
  var relationSign: String {
    let base = scripted.base
    return base.kind == "mo" ? base.text : ""
  }
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
