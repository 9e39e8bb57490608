import Documents

/// What a formula states: relations between sides, and on what conditions.
struct Statement: Sendable {
  /// One step of a chain or of a row.
  struct Step: Sendable {
    var left: Expression
    var relation: Relation
    var right: Expression
    /// The row of a formula of several in which it stands, from 1.
    var row: Int?

    var place: Range<Int>? { union(left.place, right.place) }
  }

  /// What must hold for it.
  var premises: [Condition] = []
  var steps: [Step]
}

extension ExpressionReader {
  static let relations: [String: Relation] = [
    "=": .equal, "≡": .equal, "≔": .equal, ":=": .equal, "≈": .near, "≃": .near, "≐": .near,
    "<": .less,
    "≤": .lessOrEqual, "⩽": .lessOrEqual, "≦": .lessOrEqual, ">": .greater, "≥": .greaterOrEqual,
    "⩾": .greaterOrEqual, "≧": .greaterOrEqual, "≠": .unequal, "==": .equal, "≜": .equal,
    "≝": .equal,
  ]
  private static let implications: Set = ["⟹", "⇒", "⟶", "→"]
  private static let equivalences: Set = ["⟺", "⇔", "⟷"]

  // MARK: - Statements

  /// All that a formula states.
  mutating func statements(_ tree: MathTree) -> [Statement] {
    let tokens = TokenRow(tree).tokens
    let core = tokens.filter { ![".", ",", ";"].contains($0.text) }
    if core.count == 1, core[0].kind == "mtable" { return rows(core[0]) }
    var last: Expression?
    return line(tokens, after: &last, row: nil)
  }

  /// The rows of `aligned` and its like: each goes on where the one above it ended.
  private mutating func rows(_ table: MathTree) -> [Statement] {
    var statements: [Statement] = []
    var last: Expression?
    for (number, row) in table.children.enumerated() {
      let cells = row.children.filter { $0.kind == "mtd" }
      let read = line(TokenRow(cells.flatMap(\.children)).tokens, after: &last, row: number + 1)
      statements += read
    }
    return statements
  }

  private mutating func line(
    _ tokens: [MathTree],
    after last: inout Expression?,
    row number: Int?
  ) -> [Statement] {
    var row = tokens[...]
    while let end = row.last, end.kind == "mo", [".", ",", ";"].contains(end.text) {
      row.removeLast()
    }
    var statements: [Statement] = []
    var premises: [Condition] = []
    while !row.isEmpty {
      if let word = row.first, isConnective(word) {
        row.removeFirst()
        let text = word.text.trimmed.lowercased()
        if ["for", "if", "where", "when", "whenever", "with", "provided", "as", "for all", "∀"]
          .contains(where: { text == $0 || text.hasPrefix($0 + " ") || text.hasSuffix(" " + $0) })
        {
          // A condition may stand before what it is about, and ends there at a comma or a word.
          let end = row.firstIndex { isConnective($0) && $0.kind == "mtext" } ?? row.endIndex
          let condition = condition(Array(row[..<end]))
          row = row[end...]
          for index in statements.indices { statements[index].premises.append(condition) }
          if statements.isEmpty { premises.append(condition) }
        }
        continue
      }
      if row.first?.text == ",", row.first?.kind == "mo" {
        row.removeFirst()
        continue
      }
      // Behind a statement, a relation of letters and numbers alone says for what it holds.
      if !statements.isEmpty, let end = endOfCondition(row) {
        let condition = condition(Array(row[..<end]))
        row = row[end...]
        for index in statements.indices { statements[index].premises.append(condition) }
        continue
      }
      let before = row.count
      if let read = chain(&row, after: &last, row: number, premises) { statements.append(read) }
      if row.count == before { _ = unreadable(row.removeFirst()) }
    }
    return statements
  }

  /// Where `i \neq j`, `x > 0` or `t = 1, \dots, 5` ends; `nil` where something else is stated.
  private func endOfCondition(_ row: ArraySlice<MathTree>) -> Int? {
    let signs: Set = [",", "…", "⋯", "−", "-", "."]
    func isPlain(_ token: MathTree) -> Bool {
      if token.kind == "mn" || Self.relations[token.relationSign] != nil { return true }
      if token.kind == "mo" { return signs.contains(token.text) }
      guard let name = Name(token), token.kind == "mi" else { return false }
      switch symbols.meaning(of: name) {
      case .real, .integer, .index: return true
      default: return false
      }
    }
    let end = row.firstIndex { isConnective($0) && $0.kind == "mtext" } ?? row.endIndex
    let part = row[..<end]
    guard part.allSatisfy(isPlain), part.contains(where: { Self.relations[$0.relationSign] != nil })
    else {
      return nil
    }
    return end
  }

  private func isConnective(_ token: MathTree) -> Bool {
    if token.kind == "mo" || token.kind == "mi" { return token.text == "∀" || token.text == ";" }
    guard token.kind == "mtext" else { return false }
    let words = token.text.lowercased().split { !$0.isLetter }.map(String.init)
    return words.isEmpty || words.contains(where: Self.connectives.contains)
  }

  /// A chain of relations, or one after an implication.
  private mutating func chain(
    _ row: inout ArraySlice<MathTree>,
    after last: inout Expression?,
    row number: Int?,
    _ premises: [Condition]
  ) -> Statement? {
    var steps: [Statement.Step] = []
    var premises = premises
    var left: Expression
    if Self.relations[mark(row)] != nil, let previous = last {
      left = previous
    } else {
      left = sum(&row)
    }
    while let sign = row.first {
      let text = sign.relationSign
      if beginsModulus(row) {
        readModulus(&row, &left, &steps)
        break
      }
      if let relation = Self.relations[text] {
        row.removeFirst()
        let right = sum(&row)
        steps.append(Statement.Step(left: left, relation: relation, right: right, row: number))
        left = right
      } else if Self.implications.contains(text) {
        row.removeFirst()
        premises += steps.map {
          .chain(Chain(sides: [$0.left, $0.right], relations: [$0.relation]))
        }
        steps = []
        left = sum(&row)
      } else if Self.equivalences.contains(text) {
        return equivalence(&row, steps, number, premises)
      } else if text == "∝" || text == "∈" || text == "∼" || text == "~" {
        row.removeFirst()
        _ = fault(
          "'\(text)' states nothing that numbers can show",
          help: "leave 'holds' out",
          sign.wholePlace
        )
        left = sum(&row)
      } else {
        break
      }
    }
    last = left
    guard !steps.isEmpty else {
      if left.place != nil, !faults.contains(where: { $0.place == left.place }) {
        _ = fault(
          "this states nothing: there is no relation in it",
          help: "write an equation, or leave 'holds' out",
          left.place
        )
      }
      return nil
    }
    return Statement(premises: premises, steps: steps)
  }

  /// Whether `\pmod n` follows, which is about both sides of a relation.
  func beginsModulus(_ row: ArraySlice<MathTree>) -> Bool {
    mark(row) == "(" && row.count > 2 && row[row.startIndex + 1].text == "mod"
  }

  /// Takes both sides of each step by a modulus.
  private mutating func readModulus(
    _ row: inout ArraySlice<MathTree>,
    _ left: inout Expression,
    _ steps: inout [Statement.Step]
  ) {
    row.removeFirst(2)
    let modulus = sum(&row)
    if mark(row) == ")" { row.removeFirst() }
    func rest(_ side: Expression) -> Expression {
      Expression(.function(.mod, [side, modulus]), side.place)
    }
    steps = steps.map { step in
      var step = step
      (step.left, step.right) = (rest(step.left), rest(step.right))
      return step
    }
    left = rest(left)
  }

  /// What is true exactly where something else is: both as numbers that are 1 or 0.
  private mutating func equivalence(
    _ row: inout ArraySlice<MathTree>,
    _ steps: [Statement.Step],
    _ number: Int?,
    _ premises: [Condition]
  ) -> Statement? {
    let sign = row.removeFirst()
    var last: Expression?
    guard let other = chain(&row, after: &last, row: number, []), !steps.isEmpty else {
      _ = fault(
        "one side of this states nothing",
        help: "write a relation on both sides",
        sign.wholePlace
      )
      return nil
    }
    func truth(_ steps: [Statement.Step]) -> Expression {
      let conditions = steps.map {
        Condition.chain(Chain(sides: [$0.left, $0.right], relations: [$0.relation]))
      }
      return Expression(.truth(.all(conditions)), steps.reduce(nil) { union($0, $1.place) })
    }
    let step = Statement.Step(
      left: truth(steps),
      relation: .equal,
      right: truth(other.steps),
      row: number
    )
    return Statement(premises: premises, steps: [step])
  }

  // MARK: - Conditions

  /// What must be true, such as `i \neq j`, `x > 0, y > 0` or `n = 1, \dots, 20`.
  mutating func condition(_ tokens: [MathTree]) -> Condition {
    var conditions: [Condition] = []
    var parts = tokens.split(separator: ",")[...]
    while let part = parts.popFirst() {
      let pieces = Array(part).splitOutside { $0.kind == "mtext" || $0.text == "∧" }
      for piece in pieces {
        // `n = 1, …, 20` says from where to where.
        if let dots = parts.first, dots.count == 1, ["…", "⋯"].contains(dots.first?.text),
          let end = parts.dropFirst().first, piece.count > 2,
          piece[piece.startIndex + 1].text == "="
        {
          parts.removeFirst(2)
          let letter = whole([piece[piece.startIndex]])
          conditions.append(
            .chain(
              Chain(
                sides: [whole(Array(piece.dropFirst(2))), letter, whole(Array(end))],
                relations: [.lessOrEqual, .lessOrEqual]
              )
            )
          )
          continue
        }
        conditions.append(relation(Array(piece)))
      }
    }
    return conditions.count == 1 ? conditions[0] : .all(conditions)
  }

  private mutating func relation(_ tokens: [MathTree]) -> Condition {
    let sides = tokens.splitOutside { Self.relations[$0.relationSign] != nil }
    let relations = tokens.outer.compactMap { Self.relations[tokens[$0].relationSign] }
    let place = tokens.reduce(nil) { union($0, $1.wholePlace) }
    guard !relations.isEmpty, sides.count == relations.count + 1 else {
      if let range = range(tokens) { return range }
      _ = fault(
        "this is no condition",
        help: "write a relation, such as x > 0 or i \\neq j",
        place
      )
      return .all([])
    }
    return .chain(Chain(sides: sides.map { whole(Array($0), place) }, relations: relations))
  }

  /// `x \in (0, 1)` and `x \in [0, 1]`; `nil` for anything else.
  private mutating func range(_ tokens: [MathTree]) -> Condition? {
    guard tokens.count > 3, tokens[1].text == "∈", ["(", "["].contains(tokens[2].text),
      let close = tokens.last, [")", "]"].contains(close.text),
      let comma = tokens.firstIndex(where: { $0.text == "," || $0.text == ";" })
    else { return nil }
    let sides = [
      whole(Array(tokens[3..<comma])), whole([tokens[0]]),
      whole(Array(tokens[(comma + 1)...].dropLast())),
    ]
    return .chain(
      Chain(
        sides: sides,
        relations: [
          tokens[2].text == "[" ? .lessOrEqual : .less, close.text == "]" ? .lessOrEqual : .less,
        ]
      )
    )
  }
}
