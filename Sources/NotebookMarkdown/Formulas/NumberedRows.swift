import Documents

/// A display formula whose rows have their numbers as tags, where TeX would number them by itself.
struct NumberedRows {
  private typealias Token = TeXReader.Token

  private(set) var tokens: [TeXReader.Token] = []
  /// The number after the last.
  private(set) var next: Int
  private let prefix: String
  /// The environments that are open, from the outermost in.
  private var open: [String] = []
  private var depth = 0
  /// Whether the row takes a number.
  private var isNumbered = true

  /// The environments whose rows are numbered, and those that have one number for all.
  private static let rows: Set = ["align", "alignat", "flalign", "gather", "eqnarray"]
  private static let wholes: Set = ["equation", "multline"]

  /// - Parameters:
  ///   - tokens: the formula.
  ///   - first: the number of its first row.
  ///   - prefix: what stands before each number.
  init(_ tokens: [TeXReader.Token], from first: Int, after prefix: String) {
    next = first
    self.prefix = prefix
    var input = TeXTokens("")
    input.put(back: tokens)
    while let token = input.next() { add(token, &input) }
  }

  private mutating func add(_ token: TeXReader.Token, _ input: inout TeXTokens) {
    switch token {
    case TeXTokens.open: depth += 1
    case TeXTokens.close: depth -= 1
    case .command("begin"):
      let name = input.argument() ?? []
      open.append(TeXTokens.text(name))
      if open.count == 1 { isNumbered = true }
      tokens += [token, TeXTokens.open] + name + [TeXTokens.close]
      return
    case .command("end"):
      let name = input.argument() ?? []
      if open.count == 1, Self.rows.union(Self.wholes).contains(open[0]) { endRow() }
      _ = open.popLast()
      tokens += [token, TeXTokens.open] + name + [TeXTokens.close]
      return
    case .command("\\") where open.count == 1 && depth == 0 && Self.rows.contains(open[0]):
      endRow()
    case .command("tag"), .command("notag"), .command("nonumber"): isNumbered = false
    default: break
    }
    tokens.append(token)
  }

  private mutating func endRow() {
    if isNumbered {
      tokens +=
        [.command("tag"), TeXTokens.open] + TeXTokens.tokens(of: prefix + String(next))
        + [TeXTokens.close]
      next += 1
    }
    isNumbered = true
  }
}
