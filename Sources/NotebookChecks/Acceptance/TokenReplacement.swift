/// Puts the tokens that came in the place of promised tokens that do not hold.
struct TokenReplacement {
  let promised: ShownText
  let actual: ShownText
  let rule: TokenRule

  /// A run of the promise with its tokens replaced; `nil` where the tokens do not go together one to
  /// one.
  ///
  /// - Parameters:
  ///   - left: the promised tokens.
  ///   - right: the tokens that came.
  ///   - bytes: the part of the promise to rewrite. Its white space stays as it is.
  func text(_ left: Range<Int>, _ right: Range<Int>, in bytes: Range<Int>) -> String? {
    guard left.count == right.count else { return nil }
    var text = ""
    var position = bytes.lowerBound
    for (index, other) in zip(left, right) {
      guard correspond(index, other, isFirst: index == left.lowerBound) else { return nil }
      let token = promised.tokens[index]
      text += promised.text(at: position..<token.start) + replacement(index, other)
      position = token.end
    }
    return text + promised.text(at: position..<bytes.upperBound)
  }

  /// Whether two tokens stand in the same place of the same structure.
  private func correspond(_ index: Int, _ other: Int, isFirst: Bool) -> Bool {
    let wanted = promised.tokens[index]
    let shown = actual.tokens[other]
    guard isFirst || wanted.isSpaced == shown.isSpaced else { return false }
    switch (wanted.kind, shown.kind) {
    case (.wildcard, _), (_, .wildcard): return false
    case (.separator, _), (_, .separator):
      return TokenRule.areEqual(promised.bytes, wanted.range, actual.bytes, shown.range)
    default: return true
    }
  }

  /// A promised token that holds, or what came in its place, written as the author writes it.
  func replacement(_ index: Int, _ other: Int) -> String {
    if rule.holds(promised, index, actual, other) { return promised.text(of: index) }
    let wanted = promised.bytes[promised.tokens[index].range]
    let shown = actual.bytes[actual.tokens[other].range]
    guard promised.tokens[index].kind == .number, actual.tokens[other].kind == .number,
      let notation = NumberNotation(wanted), let value = NumberNotation(shown),
      let text = notation.text(of: value), rule.holds(Array(text.utf8)[...], shown)
    else { return actual.text(of: other) }
    return text
  }

  /// The part of the tokens that hold, or are numbers on both sides.
  func share(_ left: Range<Int>, _ right: Range<Int>) -> Double {
    let shared = zip(left, right).count { index, other in
      promised.tokens[index].kind == .number && actual.tokens[other].kind == .number
        || rule.holds(promised, index, actual, other)
    }
    return Double(shared) / Double(max(left.count, right.count, 1))
  }
}
