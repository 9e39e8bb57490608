/// Places the parts of a line pattern on a line, from left to right.
struct SegmentMatch {
  let promised: ShownText
  let actual: ShownText
  let line: Int
  let rule: TokenRule

  /// Up to where the line is taken, in UTF-8 offsets.
  private(set) var position: Int
  /// The first token that is not wholly taken.
  private(set) var token: Int

  init(promised: ShownText, actual: ShownText, line: Int, rule: TokenRule) {
    self.promised = promised
    self.actual = actual
    self.line = line
    self.rule = rule
    position = actual.lines[line].bytes.lowerBound
    token = actual.lines[line].tokens.lowerBound
  }

  private var tokens: Range<Int> { actual.lines[line].tokens }

  /// Places a segment at the first place that is left for it.
  mutating func find(_ segment: LinePattern.Segment) -> Bool {
    let low = segment.tokens.lowerBound + (segment.isOpenAtStart ? 1 : 0)
    let high = segment.tokens.upperBound - (segment.isOpenAtEnd ? 1 : 0)
    if low < high, let words = WordSearch(promised, low..<high) {
      let shift = low - segment.tokens.lowerBound
      let place = words.first(in: actual, token..<tokens.upperBound) { place in
        mismatch(of: segment, at: place.lowerBound - shift) == nil
      }
      return place != nil
    }
    var start = token
    while start + segment.tokens.count <= tokens.upperBound {
      if mismatch(of: segment, at: start) == nil { return true }
      start += 1
    }
    return false
  }

  /// Places a segment so that its first token ends where, or begins where, a given one does. Tells
  /// the first token that does not hold, and takes nothing then.
  mutating func mismatch(
    of segment: LinePattern.Segment,
    at start: Int
  ) -> LinePattern.Mismatch? {
    guard start >= tokens.lowerBound else { return (segment.tokens.lowerBound, token) }
    var end = position
    for (offset, index) in segment.tokens.enumerated() {
      let other = start + offset
      guard other < tokens.upperBound else { return (index, tokens.upperBound) }
      let isFirst = offset == 0
      let isLast = index == segment.tokens.upperBound - 1
      let opensLeft = isFirst && segment.isOpenAtStart
      let opensRight = isLast && segment.isOpenAtEnd
      if !isFirst, promised.tokens[index].isSpaced != actual.tokens[other].isSpaced {
        return (index, other)
      }
      guard let found = tokenEnd(index, other, opensLeft: opensLeft, opensRight: opensRight),
        opensLeft || !isFirst || beginsWord(other),
        opensRight || !isLast || endsWord(other)
      else { return (index, other) }
      end = found
    }
    position = end
    token = start + segment.tokens.count
    // What is left of a token can still be taken by a segment that may begin within it.
    while token > tokens.lowerBound, actual.tokens[token - 1].end > position { token -= 1 }
    return nil
  }

  /// Where a promised token ends in the actual text if it holds at a token.
  private func tokenEnd(_ index: Int, _ other: Int, opensLeft: Bool, opensRight: Bool) -> Int? {
    let text = promised.tokens[index].range
    let place = actual.tokens[other]
    if opensLeft, opensRight {
      var start = max(position, place.start)
      while start < place.end {
        if stands(text, at: start) { return start + text.count }
        start += 1
      }
    } else if opensLeft {
      let start = place.end - text.count
      if start >= position, stands(text, at: start) { return place.end }
    } else if opensRight, place.start >= position, stands(text, at: place.start) {
      return place.start + text.count
    }
    guard place.start >= position else { return nil }
    if opensLeft || opensRight, !rule.hasTolerance {
      // Of a number that `[...]` goes on with, all digits are written: none was rounded.
      let isWhole = place.end - place.start == text.count && stands(text, at: place.start)
      return isWhole ? place.end : nil
    }
    return rule.holds(promised, index, actual, other) ? place.end : nil
  }

  private func stands(_ text: Range<Int>, at start: Int) -> Bool {
    let end = start + text.count
    return start >= actual.lines[line].bytes.lowerBound
      && end <= actual.lines[line].bytes.upperBound
      && TokenRule.areEqual(promised.bytes, text, actual.bytes, start..<end)
  }

  /// Whether a token is parted from the one before, as a word is that has white space before it.
  private func beginsWord(_ token: Int) -> Bool {
    token == tokens.lowerBound || !actual.touchesNext(token - 1)
      || actual.tokens[token].kind == .separator || actual.tokens[token - 1].kind == .separator
  }

  private func endsWord(_ token: Int) -> Bool {
    token + 1 == tokens.upperBound || beginsWord(token + 1)
  }
}
