import Documents

/// Reads what letters mean:
///
/// 1. All names are read, so that a formula may use a letter that is declared behind it.
/// 2. Formulas are read with all letters known.
struct SymbolReader {
  private(set) var table = SymbolTable()
  /// What is wrong, with the number of the line.
  private(set) var faults: [(line: Int, fault: ReadingFault)] = []
  /// The formulas by which letters are declared, to be read when all names are known.
  private var formulas: [(name: Name, pattern: Pattern, tree: MathTree, line: Int, offset: Int)] =
    []
  /// The letters in code, each of which must mean something that code can have.
  private var swiftPlaces: [(letters: [Name], place: Range<Int>?, line: Int, offset: Int)] = []
  /// The relations that limit letters.
  private var limits: [(tree: MathTree, line: Int, offset: Int)] = []

  /// What is written before the colon.
  private struct Pattern {
    var name: Name
    var parameters: [Definition.Parameter] = []
    var indices: [Name] = []
    var place: Range<Int>?
  }

  /// - Parameters:
  ///   - lines: the lines, each with the trees of its TeX.
  ///   - equations: the labelled equations, by which letters may be declared.
  init(
    _ lines: [(line: SymbolLine, names: MathTree?, meaning: MathTree?)],
    equations: [String: MathTree]
  ) {
    for (number, line) in lines.enumerated() { read(line, number, equations) }
    declareSizes()
    for formula in formulas { read(formula) }
    checkCircles()
    for limit in limits { read(limit) }
    checkSizes()
    checkSwift()
  }

  private mutating func fault(_ fault: ReadingFault, _ line: Int, offset: Int = 0) {
    var fault = fault
    fault.place = fault.place.map { $0.lowerBound + offset..<$0.upperBound + offset }
    faults.append((line, fault))
  }

  // MARK: - Names

  private mutating func read(
    _ line: (line: SymbolLine, names: MathTree?, meaning: MathTree?),
    _ number: Int,
    _ equations: [String: MathTree]
  ) {
    guard let names = line.names else { return }
    guard let meaning = line.line.meaning else {
      limits.append((names, number, line.line.namesOffset))
      declareLimited(names)
      return
    }
    do throws(ReadingFault) {
      let patterns = try patterns(names)
      for pattern in patterns { try note(pattern, meaning, line, number, equations) }
    } catch {
      fault(error, number, offset: error.place == nil ? 0 : line.line.namesOffset)
    }
  }

  private mutating func note(
    _ pattern: Pattern,
    _ meaning: String,
    _ line: (line: SymbolLine, names: MathTree?, meaning: MathTree?),
    _ number: Int,
    _ equations: [String: MathTree]
  ) throws(ReadingFault) {
    let offset = line.line.meaningOffset
    if meaning.hasPrefix("{swift}") {
      let code = meaning.dropFirst("{swift}".count).drop { $0.isWhitespace }
      guard !code.isEmpty else {
        throw ReadingFault(
          "no Swift stands here",
          help: "write code behind {swift}, such as '{swift} softmax(z)[i]'"
        )
      }
      let swift = SwiftMeaning(
        line: number,
        code: String(code),
        offset: offset + meaning.utf8.count - code.utf8.count,
        parameters: pattern.parameters,
        indices: pattern.indices
      )
      swiftPlaces.append((swift.letters, pattern.place, number, line.line.namesOffset))
      table.set(pattern.name, .swift(swift))
      return
    }
    if let label = MeaningWords.label(in: meaning) {
      guard let tree = equations[label] else {
        throw ReadingFault(
          "there is no equation '\(label)'",
          help: "write the label of an equation here"
        )
      }
      guard let right = TokenRow(tree).tokens.rightSide else {
        throw ReadingFault(
          "the equation '\(label)' has no right side",
          help: "write a formula instead"
        )
      }
      formulas.append((pattern.name, pattern, right, number, offset))
    } else if let words = try MeaningWords.meaning(of: meaning) {
      var name = pattern.name
      guard pattern.parameters.isEmpty else {
        throw ReadingFault(
          "'\(name.shown)' has arguments here, which only a formula knows",
          help: "declare the letter alone, or write a formula",
          pattern.place
        )
      }
      // With words an index is part of the name.
      if !pattern.indices.isEmpty { name.index = pattern.indices.map(\.letters).joined() }
      table.set(name, words)
      return
    } else if let tree = line.meaning {
      formulas.append((pattern.name, pattern, tree, number, offset))
    } else {
      return
    }
    let empty = Expression(.unreadable)
    table.set(
      pattern.name,
      .formula(Definition(parameters: pattern.parameters, indices: pattern.indices, body: empty))
    )
  }

  private func patterns(_ tree: MathTree) throws(ReadingFault) -> [Pattern] {
    var parts: [[MathTree]] = [[]]
    var depth = 0
    for token in TokenRow(tree).tokens {
      let text = token.scripted.base.text
      if text == "(" { depth += 1 }
      if text == ")" { depth -= 1 }
      if text == ",", depth == 0 { parts.append([]) } else { parts[parts.count - 1].append(token) }
    }
    var patterns: [Pattern] = []
    for part in parts { patterns.append(try pattern(part)) }
    return patterns
  }

  private func pattern(_ tokens: [MathTree]) throws(ReadingFault) -> Pattern {
    let place = tokens.reduce(nil) { union($0, $1.wholePlace) }
    let wrong = ReadingFault("this is no letter", help: "write 'z: vector of 5'", place)
    guard let first = tokens.first else { throw wrong }
    let scripted = first.scripted
    guard var name = Name(scripted.base), scripted.upper == nil else { throw wrong }
    var pattern = Pattern(name: name, place: place)
    if let lower = scripted.lower {
      let indices = TokenRow(lower).tokens.filter { $0.text != "," }
      let names = indices.compactMap { $0.kind == "mi" && !$0.isWord ? Name($0) : nil }
      if names.count == indices.count, Set(names).count == names.count {
        pattern.indices = names
      } else {
        name.index = indices.map(\.plainText).joined()
        pattern.name = name
      }
    }
    guard tokens.count > 1 else { return pattern }
    guard tokens[1].text == "(", let close = tokens.last?.scripted, close.base.text == ")" else {
      throw wrong
    }
    for argument in tokens[2..<(tokens.count - 1)].filter({ $0.text != "," }) {
      let scripted = argument.scripted
      guard let letter = Name(scripted.base) else { throw wrong }
      if let lower = scripted.lower {
        let index = TokenRow(lower).tokens
        guard index.count == 1, let name = Name(index[0]) else { throw wrong }
        pattern.parameters.append(.element(of: letter, name))
      } else {
        pattern.parameters.append(.whole(letter))
      }
    }
    if let lower = close.lower {
      pattern.indices = TokenRow(lower).tokens.filter { $0.text != "," }.compactMap { Name($0) }
    }
    return pattern
  }

  // MARK: - Sizes and formulas

  /// A letter that only says how large something is need not be declared.
  private mutating func declareSizes() {
    for name in table.sizes where table.meaning(of: name) == nil {
      table.set(name, .integer(from: .number(2), to: .number(4)))
    }
  }

  private mutating func checkSizes() {
    for name in table.sizes {
      switch table.meaning(of: name) {
      case .integer: break
      default:
        // Sizes stand in meanings that are read already; all that is left is to say which letter is wrong.
        fault(
          ReadingFault("'\(name.shown)' is no size", help: "write '\(name.shown): integer 2…5'"),
          0
        )
      }
    }
  }

  private mutating func checkSwift() {
    for (letters, place, line, offset) in swiftPlaces {
      for letter in letters {
        switch table.meaning(of: letter) {
        case .real, .integer, .index, .vector, .matrix: continue
        default: break
        }
        fault(
          ReadingFault(
            "Swift cannot have '\(letter.shown)', which is no number, vector or matrix",
            help: "declare it in a line of its own, such as '\(letter.shown): vector of 3'",
            place
          ),
          line,
          offset: offset
        )
      }
    }
  }

  private mutating func read(
    _ formula: (name: Name, pattern: Pattern, tree: MathTree, line: Int, offset: Int)
  ) {
    var reader = ExpressionReader(table)
    let pattern = formula.pattern
    let letters = Definition(
      parameters: pattern.parameters,
      indices: pattern.indices,
      body: Expression(.unreadable)
    ).letters
    reader.bound.formUnion(letters)
    let body = reader.whole(formula.tree)
    for found in reader.faults { fault(found, formula.line, offset: formula.offset) }
    table.set(
      formula.name,
      .formula(Definition(parameters: pattern.parameters, indices: pattern.indices, body: body))
    )
  }

  /// Tells of letters whose formulas lead back to themselves.
  private mutating func checkCircles() {
    for formula in formulas where table.leadsBack(formula.name) {
      fault(
        ReadingFault(
          "what '\(formula.name.shown)' means leads back to itself",
          help: "write it by other letters"
        ),
        formula.line
      )
    }
  }

  // MARK: - Limits

  /// The letters of `x, y > 0`, which are real numbers where nothing else is said.
  private func limited(_ tree: MathTree) -> [Name] {
    TokenRow(tree).tokens.filter {
      ExpressionReader.relations[$0.relationSign] == nil && $0.text != ","
    }
    .compactMap { $0.kind == "mi" ? Name($0) : nil }
  }

  private mutating func declareLimited(_ tree: MathTree) {
    for name in limited(tree) where !["e", "π", "∞"].contains(name.letters) {
      if table.meaning(of: name) == nil { table.set(name, .real(.all)) }
    }
  }

  private mutating func read(_ limit: (tree: MathTree, line: Int, offset: Int)) {
    let parts = TokenRow(limit.tree).tokens.split(separator: ",").map(Array.init)
    guard
      let relation = parts.last(where: {
        $0.contains { ExpressionReader.relations[$0.relationSign] != nil }
      })
    else {
      return fault(
        ReadingFault("nothing says what this means", help: "write 'z: vector of 5' or 'x > 0'"),
        limit.line
      )
    }
    var conditions: [Condition] = []
    var reader = ExpressionReader(table)
    for part in parts {
      if part.contains(where: { ExpressionReader.relations[$0.relationSign] != nil }) {
        conditions.append(reader.condition(part))
      } else {
        // Letters before the relation are held to it as well.
        let rest = relation.drop { ExpressionReader.relations[$0.relationSign] == nil }
        conditions.append(reader.condition(part + rest))
      }
    }
    for found in reader.faults { fault(found, limit.line, offset: limit.offset) }
    for condition in conditions where !table.limit(by: condition) {
      fault(
        ReadingFault(
          "this limits no letter",
          help:
            "write a letter, a relation and a number, such as x > 0; other conditions stand behind 'holds for'"
        ),
        limit.line
      )
    }
  }
}

extension [MathTree] {
  /// What stands behind the last of its signs of equality.
  fileprivate var rightSide: MathTree? {
    let core = reversed().drop { [".", ","].contains($0.text) }.reversed()
    guard
      let sign = core.lastIndex(where: { ExpressionReader.relations[$0.relationSign] == .equal }),
      sign > core.startIndex
    else { return nil }
    let rest = core[core.index(after: sign)...]
    return rest.isEmpty ? nil : MathTree("mrow", children: Array(rest))
  }
}

extension SymbolTable {
  /// The letters that say how large something is.
  var sizes: [Name] {
    meanings.values.flatMap { meaning -> [Size] in
      switch meaning {
      case .vector(let size, _, _): [size]
      case .matrix(let rows, let columns, _): [rows, columns]
      case .integer(let from, let to): [from, to]
      default: []
      }
    }.compactMap { if case .name(let name) = $0 { name } else { nil } }
  }

  /// Whether the formula of a letter holds the letter itself, be it by way of others.
  fileprivate func leadsBack(_ name: Name) -> Bool {
    var seen: Set<Name> = []
    var open = [name]
    while let next = open.popLast() {
      guard case .formula(let definition)? = meanings[next] else { continue }
      var inside: [Name] = []
      definition.body.forEachName(bound: definition.letters) { inside.append(declared($0) ?? $0) }
      if inside.contains(name) { return true }
      open += inside.filter { seen.insert($0).inserted }
    }
    return false
  }

  /// Limits letters by a relation to a number.
  /// - Returns: whether the condition was of that kind.
  mutating func limit(by condition: Condition) -> Bool {
    guard case .chain(let chain) = condition else {
      if case .all(let all) = condition { return all.allSatisfy { limit(by: $0) } }
      return false
    }
    for (index, relation) in chain.relations.enumerated() {
      guard limit(chain.sides[index], relation, chain.sides[index + 1]) else { return false }
    }
    return true
  }

  private mutating func limit(_ left: Expression, _ relation: Relation, _ right: Expression) -> Bool
  {
    if case .symbol(let name) = left.form, let value = right.constant {
      return limit(name, relation, value)
    }
    if case .symbol(let name) = right.form, let value = left.constant {
      return limit(name, relation.turned, value)
    }
    if case .function(.abs, let items) = left.form, items.count == 1,
      case .symbol(let name) = items[0].form, let value = right.constant,
      relation == .less || relation == .lessOrEqual
    {
      return limit(name, relation, value) && limit(name, relation.turned, -value)
    }
    return false
  }

  private mutating func limit(_ name: Name, _ relation: Relation, _ value: Double) -> Bool {
    var interval = Interval.all
    switch relation {
    case .less: interval = Interval(upper: value, holdsUpper: false)
    case .lessOrEqual: interval = Interval(upper: value)
    case .greater: interval = Interval(lower: value, holdsLower: false)
    case .greaterOrEqual: interval = Interval(lower: value)
    case .unequal: interval.excluded = [value]
    case .equal, .near: return false
    }
    switch meanings[name] {
    case .real(let own): set(name, .real(own.intersection(interval)))
    case .vector(let size, .any(let own), let isRow):
      set(name, .vector(size, .any(own.intersection(interval)), isRow: isRow))
    case .matrix(let rows, let columns, .any(let own)):
      set(name, .matrix(rows: rows, columns: columns, .any(own.intersection(interval))))
    case .integer(var from, var to):
      if interval.lower.isFinite, let whole = Int(exactly: interval.lower.rounded(.down)) {
        from = .number(interval.holdsLower && Double(whole) == interval.lower ? whole : whole + 1)
        if case .number(let end) = to, case .number(let start) = from {
          to = .number(max(end, start + 6))
        }
      }
      if interval.upper.isFinite, let whole = Int(exactly: interval.upper.rounded(.up)) {
        to = .number(interval.holdsUpper && Double(whole) == interval.upper ? whole : whole - 1)
      }
      set(name, .integer(from: from, to: to))
    default: return false
    }
    return true
  }
}

extension Relation {
  /// The same relation seen from the other side.
  var turned: Relation {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .near, .unequal: self
    }
  }
}

extension Expression {
  /// The number that it is without any letter.
  var constant: Double? {
    switch form {
    case .number(let number): return number.real.high
    case .negative(let inner): return inner.constant.map { -$0 }
    case .quotient(let a, let b):
      guard let a = a.constant, let b = b.constant, b != 0 else { return nil }
      return a / b
    case .product(let a, let b):
      guard let a = a.constant, let b = b.constant else { return nil }
      return a * b
    default: return nil
    }
  }
}
