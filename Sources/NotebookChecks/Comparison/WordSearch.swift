/// Looks for words that follow each other, with the search of Knuth, Morris and Pratt, whose time is
/// linear whatever the words are.
///
/// It needs that tokens which hold are the same, which is so for words but not for numbers.
struct WordSearch {
  private let promised: ShownText
  private let tokens: Range<Int>
  /// For each beginning of the words, how long the longest proper beginning is that also ends it.
  private var borders = [0]

  /// - Returns: `nil` where there is a number among the tokens, or too few to be worth it.
  init?(_ promised: ShownText, _ tokens: Range<Int>) {
    guard tokens.count > 1, tokens.allSatisfy({ promised.tokens[$0].kind != .number }) else {
      return nil
    }
    self.promised = promised
    self.tokens = tokens
    var length = 0
    for position in tokens.dropFirst() {
      while length > 0, !stands(length, promised, position) { length = borders[length - 1] }
      if stands(length, promised, position) { length += 1 }
      borders.append(length)
    }
  }

  /// The first place of the words that is accepted.
  ///
  /// - Parameters:
  ///   - text: the actual text.
  ///   - range: its tokens to search.
  ///   - accepts: whether a place will do.
  ///   - onProgress: told how many words stand where.
  func first(
    in text: ShownText,
    _ range: Range<Int>,
    where accepts: (Range<Int>) -> Bool,
    onProgress: (_ count: Int, _ start: Int) -> Void = { _, _ in }
  ) -> Range<Int>? {
    var length = 0
    for position in range {
      while length > 0, !stands(length, text, position) { length = borders[length - 1] }
      if stands(length, text, position) { length += 1 }
      let start = position + 1 - length
      onProgress(length, start)
      guard length == tokens.count else { continue }
      if accepts(start..<position + 1) { return start..<position + 1 }
      length = borders[length - 1]
    }
    return nil
  }

  /// Whether one of the words is the same as a token. White space before the first does not count.
  private func stands(_ offset: Int, _ text: ShownText, _ other: Int) -> Bool {
    let left = promised.tokens[tokens.lowerBound + offset]
    let right = text.tokens[other]
    return TokenRule.areEqual(promised.bytes, left.range, text.bytes, right.range)
      && (offset == 0 || left.isSpaced == right.isSpaced)
  }
}
