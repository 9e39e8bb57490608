import Documents

/// The commands that a notebook's formulas define, so that these can be written without them: many who show
/// Markdown know no macros.
struct TeXMacroTable {
  typealias Token = TeXReader.Token

  /// A command that stands for other TeX.
  struct Macro {
    var argumentCount = 0
    /// What its first argument is where it is not given.
    var defaultArgument: [Token]?
    var body: [Token]
  }

  /// The meanings of each name, by the place from which each holds.
  private var meanings: [String: [(place: Int, macro: Macro)]] = [:]
  /// Whether all definitions are known: what is met again is only gone past.
  var isComplete = false

  private static let definers: Set = [
    "newcommand", "renewcommand", "providecommand", "def", "gdef", "let", "DeclareMathOperator",
  ]
  /// How often macros may stand for others in one formula, and how long it may become, so that macros
  /// that name themselves come to an end.
  private static let limit = (expansions: 10_000, tokens: 100_000)

  /// The meaning of a name at a place of the notebook.
  private func macro(_ name: String, at place: Int) -> Macro? {
    guard let known = meanings[name] else { return nil }
    let end = known.partitioningIndex { $0.place > place }
    return end > 0 ? known[end - 1].macro : nil
  }

  /// A formula without its own definitions, and without macros; `nil` where they do not come to an end.
  ///
  /// - Parameter place: where it stands in the notebook.
  mutating func expanded(_ tex: String, at place: Int) -> [Token]? {
    var input = TeXTokens(tex)
    var output: [Token] = []
    var expansions = 0
    while let token = input.next() {
      guard case .command(let name) = token else {
        output.append(token)
        continue
      }
      if Self.definers.contains(name) {
        var after = input
        if define(by: name, &after, at: place) {
          input = after
          continue
        }
      }
      guard let macro = macro(name, at: place) else {
        output.append(token)
        continue
      }
      expansions += 1
      guard expansions <= Self.limit.expansions, output.count <= Self.limit.tokens else {
        return nil
      }
      input.put(back: Self.body(of: macro, &input))
    }
    return output
  }

  /// What a macro stands for, with its arguments.
  private static func body(of macro: Macro, _ input: inout TeXTokens) -> [Token] {
    var arguments: [[Token]] = []
    if let value = macro.defaultArgument { arguments.append(input.option() ?? value) }
    while arguments.count < macro.argumentCount { arguments.append(input.argument() ?? []) }
    guard !arguments.isEmpty else { return macro.body }
    var body: [Token] = []
    var index = 0
    while index < macro.body.count {
      let token = macro.body[index]
      index += 1
      guard token == .other(UInt8(ascii: "#")), index < macro.body.count,
        case .other(let digit) = macro.body[index],
        let number = Int(String(UnicodeScalar(digit))), arguments.indices.contains(number - 1)
      else {
        body.append(token)
        continue
      }
      index += 1
      // An argument stays one thing, as it is to TeX.
      body += arguments[number - 1]
    }
    return body
  }

  /// Reads a definition.
  /// - Returns: whether it is one that this table can hold.
  private mutating func define(by definer: String, _ input: inout TeXTokens, at place: Int) -> Bool
  {
    let isStarred = input.take(TeXTokens.star)
    guard case .command(let name)? = input.argument()?.first(where: { !$0.isSpace }) else {
      return false
    }
    var macro = Macro(body: [])
    switch definer {
    case "let":
      _ = input.take(.other(UInt8(ascii: "=")))
      input.skipSpaces()
      guard let token = input.next() else { return false }
      if case .command(let other) = token, let known = self.macro(other, at: place) {
        macro = known
      } else {
        macro.body = [token]
      }
    case "DeclareMathOperator":
      guard let words = input.argument() else { return false }
      let star = isStarred ? [TeXTokens.star] : []
      macro.body =
        [.command("operatorname")] + star + [TeXTokens.open] + words + [TeXTokens.close]
    case "def", "gdef":
      while input.take(.other(UInt8(ascii: "#"))) {
        _ = input.next()
        macro.argumentCount += 1
      }
      // Arguments that end with signs of their own are beyond this.
      guard input.peek == TeXTokens.open, let body = input.argument() else { return false }
      macro.body = body
    default:
      if let count = input.option() {
        macro.argumentCount = Int(TeXTokens.text(count)) ?? 0
        macro.defaultArgument = input.option()
      }
      guard let body = input.argument() else { return false }
      macro.body = body
      if definer == "providecommand", self.macro(name, at: place) != nil { return true }
    }
    if !isComplete { meanings[name, default: []].append((place, macro)) }
    return true
  }
}
