/// Rewrites a promised line with `[...]` in it that does not hold, keeping what stands around each
/// `[...]` as far as it goes together with the line that came.
struct PatternRewriting {
  let promised: ShownText
  let actual: ShownText
  let rule: TokenRule

  private var replacement: TokenReplacement {
    TokenReplacement(promised: promised, actual: actual, rule: rule)
  }

  /// The line rewritten so that it holds; `nil` where nothing of it can be kept.
  func text(_ line: Int, _ other: Int) -> String? {
    let segments = LinePattern.segments(promised, line: line)
    let shown = actual.lines[other].tokens
    guard let first = segments.first, let last = segments.last, segments.count > 1,
      first.tokens.count <= shown.count, last.tokens.count <= shown.count
    else { return nil }
    let end = shown.upperBound - last.tokens.count
    var texts: [String] = []
    let head = segmentText(first, at: shown.lowerBound)
    let tail = segmentText(last, at: end)
    guard !first.tokens.isEmpty && head != nil || !last.tokens.isEmpty && tail != nil else {
      return nil
    }
    let headEnd = shown.lowerBound + first.tokens.count
    texts.append(head ?? source(shown.lowerBound..<headEnd))
    var position = headEnd
    for segment in segments.dropFirst().dropLast() {
      guard let found = find(segment, from: position, to: end) else { return nil }
      texts.append(found.text)
      position = found.end
    }
    texts.append(tail ?? source(end..<shown.upperBound))
    let text = assembled(texts, segments, line)
    let rewritten = ShownText(promised: text)
    guard rewritten.lines.count == 1, rewritten.hasWildcard(line: 0) else { return nil }
    let pattern = LinePattern(rewritten, line: 0, rule: rule)
    return pattern.mismatch(actual, line: other) == nil ? text : nil
  }

  private func find(
    _ segment: LinePattern.Segment,
    from start: Int,
    to end: Int
  ) -> (text: String, end: Int)? {
    guard start + segment.tokens.count <= end else { return nil }
    // Where the words around it have changed too, a long line is not worth the search.
    for place in (start...end - segment.tokens.count).prefix(1000) {
      if let text = segmentText(segment, at: place) { return (text, place + segment.tokens.count) }
    }
    return nil
  }

  /// A segment with its numbers replaced; `nil` where its words are not those that came.
  private func segmentText(_ segment: LinePattern.Segment, at start: Int) -> String? {
    let tokens = segment.tokens
    guard let first = tokens.first, let last = tokens.last else { return "" }
    for index in tokens {
      let other = start + index - first
      let isOpen = index == first && segment.isOpenAtStart || index == last && segment.isOpenAtEnd
      if isOpen, contains(index, other) { continue }
      if rule.holds(promised, index, actual, other) { continue }
      guard !isOpen, promised.tokens[index].kind == .number, actual.tokens[other].kind == .number
      else { return nil }
    }
    if segment.isOpenAtStart || segment.isOpenAtEnd {
      return openText(segment, at: start)
    }
    return replacement.text(
      tokens,
      start..<start + tokens.count,
      in: promised.tokens[first].start..<promised.tokens[last].end
    )
  }

  /// The text of a segment that begins or ends within a word, which stays as it is.
  private func openText(_ segment: LinePattern.Segment, at start: Int) -> String? {
    guard let first = segment.tokens.first, let last = segment.tokens.last else { return nil }
    let low = segment.isOpenAtStart ? first + 1 : first
    let high = segment.isOpenAtEnd ? last : last + 1
    guard low < high else {
      return promised.text(at: promised.tokens[first].start..<promised.tokens[last].end)
    }
    return replacement.text(
      low..<high,
      start + low - first..<start + high - first,
      in: promised.tokens[first].start..<promised.tokens[last].end
    )
  }

  /// Whether a token that came has a promised one in it.
  private func contains(_ index: Int, _ other: Int) -> Bool {
    let wanted = promised.bytes[promised.tokens[index].range]
    let shown = actual.bytes[actual.tokens[other].range]
    return shown.indices.contains { shown[$0...].starts(with: wanted) }
  }

  /// The author's line with other text around each `[...]`.
  private func assembled(
    _ texts: [String],
    _ segments: [LinePattern.Segment],
    _ line: Int
  ) -> String {
    var text = ""
    var position = promised.lines[line].bytes.lowerBound
    for (segment, new) in zip(segments, texts) where !segment.tokens.isEmpty {
      let start = promised.tokens[segment.tokens.lowerBound].start
      text += promised.text(at: position..<start) + new
      position = promised.tokens[segment.tokens.upperBound - 1].end
    }
    return text + promised.text(at: position..<promised.lines[line].bytes.upperBound)
  }

  private func source(_ tokens: Range<Int>) -> String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    return actual.text(at: actual.tokens[first].start..<actual.tokens[last].end)
  }
}
