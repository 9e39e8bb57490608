import NotebookSyntax

/// Whether one line of a promise holds against one line of the actual text.
struct LineRule {
  let promised: ShownText
  let actual: ShownText
  let rule: ComparisonRule

  private let tokens: TokenRule
  private let patterns: [Int: LinePattern]

  init(promised: ShownText, actual: ShownText, rule: ComparisonRule) {
    self.promised = promised
    self.actual = actual
    self.rule = rule
    let tokenRule = TokenRule(rule: rule)
    tokens = tokenRule
    let lines = promised.lines.indices.filter(promised.hasWildcard)
    patterns = Dictionary(
      uniqueKeysWithValues: lines.map { ($0, LinePattern(promised, line: $0, rule: tokenRule)) }
    )
  }

  /// Whether a promised line has `[...]` in it.
  func isPattern(_ line: Int) -> Bool { patterns[line] != nil }

  /// Whether a line holds.
  func holds(_ left: Int, _ right: Int) -> Bool {
    let promise = promised.lines[left]
    let shown = actual.lines[right]
    if rule.isExact {
      return TokenRule.areEqual(promised.bytes, promise.bytes, actual.bytes, shown.bytes)
    }
    if let pattern = patterns[left] { return pattern.mismatch(actual, line: right) == nil }
    guard promise.tokens.count == shown.tokens.count else { return false }
    for offset in 0..<promise.tokens.count {
      let index = promise.tokens.lowerBound + offset
      let other = shown.tokens.lowerBound + offset
      guard tokens.holds(promised, index, actual, other),
        offset == 0 || promised.tokens[index].isSpaced == actual.tokens[other].isSpaced
      else { return false }
    }
    return true
  }

  /// A key that two lines share if and only if they are the same save for white space.
  func key(_ text: ShownText, _ line: Int) -> LineKey {
    rule.isExact
      ? LineKey(bytes: Array(text.bytes[text.lines[line].bytes]))
      : Self.key(text, line, shape: false)
  }

  /// A key that two lines share wherever one holds against the other: the line without the values of
  /// its numbers.
  func shape(_ text: ShownText, _ line: Int) -> LineKey {
    rule.isExact ? key(text, line) : Self.key(text, line, shape: true)
  }

  private static func key(_ text: ShownText, _ line: Int, shape: Bool) -> LineKey {
    let tokens = text.lines[line].tokens
    var key: [UInt8] = []
    key.reserveCapacity(text.lines[line].bytes.count + tokens.count)
    for index in tokens {
      let token = text.tokens[index]
      // Bytes that no UTF-8 text has part the tokens.
      key.append(token.isSpaced && index > tokens.lowerBound ? 0xFE : 0xFF)
      if shape, token.kind == .number {
        key.append(0xFD)
      } else {
        key.append(contentsOf: text.bytes[token.range])
      }
    }
    return LineKey(bytes: key)
  }
}
