/// How deep Swift code goes, told from its tokens alone and in one pass.
///
/// Swift's parser calls itself for each level, of which the stack holds some hundreds, and for array
/// brackets in one another it takes twice the time for each. So this is asked before it reads code.
struct SwiftDepth {
  /// What is too deep.
  enum Excess {
    /// Whatever calls the parser for itself: brackets, `<`, `try try`, `else if` and so on.
    case levels
    /// Square brackets in one another.
    case squareBrackets
  }

  /// No code that is read by people comes near to these.
  static let mostLevels = 100
  static let mostSquareBrackets = 12

  /// Where code goes too deep first.
  static func excess(in code: String) -> (offset: Int, Excess)? {
    var tokens = SwiftTokens(Array(code.utf8))
    var depth = SwiftDepth()
    while let token = tokens.next() {
      depth.take(token)
      if depth.squareBrackets > mostSquareBrackets { return (token.offset, .squareBrackets) }
      if depth.total > mostLevels { return (token.offset, .levels) }
    }
    return nil
  }

  /// What is open between two brackets, and ends with them at the latest.
  private struct Level {
    var bracket: UInt8
    var angles = 0
    var ternaries = 0
    var arrows = 0
    var prefixes = 0
    var elses = 0
    /// The `if` and the like whose brace has not come.
    var braceless = 0

    /// A chain of `else if` takes less of the stack.
    var depth: Int { angles + ternaries + arrows + prefixes + braceless + elses / 5 }
  }

  private var levels = [Level(bracket: 0)]
  private var squareBrackets = 0
  private var conditions = 0
  /// The depth of all levels but the last.
  private var outer = 0
  private var previous = SwiftTokens.Kind.end

  private var total: Int { outer + levels[levels.count - 1].depth + conditions }

  private mutating func take(_ token: SwiftTokens.Token) {
    let last = levels.count - 1
    if previous == .close(UInt8(ascii: "{")), token.kind != .elseWord { levels[last].elses = 0 }
    defer { previous = token.kind }
    switch token.kind {
    case .prefixWord: levels[last].prefixes += 1
    case .prefixOperator: break
    case .open(let bracket): open(bracket)
    case .close(let bracket): close(bracket)
    case .openAngle: levels[last].angles += 1
    case .closeAngles(let count): levels[last].angles = max(levels[last].angles - count, 0)
    case .question: levels[last].ternaries += 1
    case .colon: levels[last].ternaries = max(levels[last].ternaries - 1, 0)
    case .arrow: levels[last].arrows += 1
    case .comma:
      levels[last].arrows = 0
      levels[last].ternaries = 0
      levels[last].prefixes = 0
    case .elseWord: levels[last].elses += 1
    case .prefixStatement:
      endExpression()
      levels[last].prefixes += 1
    case .bracedStatement:
      endExpression()
      levels[last].braceless += 1
    case .statement: endExpression()
    case .end: endExpression()
    case .binaryOperator:
      levels[last].angles = 0
      levels[last].prefixes = 0
    case .openCondition: conditions += 1
    case .closeCondition: conditions = max(conditions - 1, 0)
    case .word:
      levels[last].prefixes = 0
      // No list of types goes on with a second word, so `a<b` was a comparison.
      if previous == .word { levels[last].angles = 0 }
    case .other: levels[last].prefixes = 0
    }
  }

  /// What cannot go on in another statement ends.
  private mutating func endExpression() {
    let last = levels.count - 1
    levels[last].angles = 0
    levels[last].ternaries = 0
    levels[last].arrows = 0
  }

  private mutating func open(_ bracket: UInt8) {
    if bracket == UInt8(ascii: "{") {
      endExpression()
      levels[levels.count - 1].braceless = 0
    }
    outer += levels[levels.count - 1].depth + 1
    levels.append(Level(bracket: bracket))
    if bracket == UInt8(ascii: "[") { squareBrackets += 1 }
  }

  private mutating func close(_ bracket: UInt8) {
    // A brace ends what was left open in it; another bracket without its partner is passed over.
    if bracket == UInt8(ascii: "{") {
      guard levels.contains(where: { $0.bracket == bracket }) else { return }
      while levels[levels.count - 1].bracket != bracket { pop() }
    } else if levels[levels.count - 1].bracket != bracket {
      return
    }
    pop()
    levels[levels.count - 1].prefixes = 0
  }

  private mutating func pop() {
    if levels.removeLast().bracket == UInt8(ascii: "[") { squareBrackets -= 1 }
    outer -= levels[levels.count - 1].depth + 1
  }
}
