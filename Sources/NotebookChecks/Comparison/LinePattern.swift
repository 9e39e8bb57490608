/// A promised line with `[...]` in it. It stands for one whole line, in which each `[...]` takes the
/// place of anything, also of a part of a word: `took [...]s`, `0x[...]`.
struct LinePattern {
  /// What stands between two `[...]`.
  struct Segment {
    var tokens: Range<Int>
    /// Whether `[...]` touches it, so that it may begin or end in the middle of a word.
    var isOpenAtStart: Bool
    var isOpenAtEnd: Bool
  }

  /// Where a pattern does not fit: a token of the promise, and one of the actual text or its end.
  typealias Mismatch = (promised: Int, actual: Int)

  private let segments: [Segment]
  private let promised: ShownText
  private let rule: TokenRule

  init(_ promised: ShownText, line: Int, rule: TokenRule) {
    self.promised = promised
    self.rule = rule
    segments = Self.segments(promised, line: line)
  }

  /// The first of them begins the line and the last ends it; either may be empty.
  static func segments(_ text: ShownText, line: Int) -> [Segment] {
    let tokens = text.lines[line].tokens
    var segments: [Segment] = []
    var start = tokens.lowerBound
    for index in tokens.lowerBound...tokens.upperBound {
      guard index == tokens.upperBound || text.tokens[index].kind == .wildcard else { continue }
      let isEmpty = start == index
      segments.append(
        Segment(
          tokens: start..<index,
          isOpenAtStart: !isEmpty && start > tokens.lowerBound && text.touchesNext(start - 1),
          isOpenAtEnd: !isEmpty && index < tokens.upperBound && text.touchesNext(index - 1)
        )
      )
      start = index + 1
    }
    return segments
  }

  /// Where the pattern does not fit a line of the actual text; `nil` where it fits.
  func mismatch(_ actual: ShownText, line: Int) -> Mismatch? {
    let tokens = actual.lines[line].tokens
    var match = SegmentMatch(promised: promised, actual: actual, line: line, rule: rule)
    guard let first = segments.first, let last = segments.last else { return nil }
    if segments.count == 1 {
      if let found = match.mismatch(of: first, at: tokens.lowerBound) { return found }
      return first.tokens.count == tokens.count
        ? nil : (first.tokens.upperBound - 1, tokens.lowerBound + first.tokens.count)
    }
    if !first.tokens.isEmpty, let found = match.mismatch(of: first, at: tokens.lowerBound) {
      return found
    }
    for segment in segments.dropFirst().dropLast() where !segment.tokens.isEmpty {
      // The leftmost place leaves the most room for what follows, so no other need be tried.
      guard match.find(segment) else { return (segment.tokens.lowerBound, match.token) }
    }
    guard !last.tokens.isEmpty else { return nil }
    let start = tokens.upperBound - last.tokens.count
    guard start >= tokens.lowerBound else { return (last.tokens.lowerBound, match.token) }
    return match.mismatch(of: last, at: start)
  }
}
