import NotebookSyntax

/// Whether a cell shows what is promised.
///
/// 1. Both texts are cut into tokens: numbers, words, brackets.
/// 2. Lines of nothing but `[...]` part the promise into blocks, each of which is looked for in what
///    came; `[...]` within a line stands for anything on that line.
/// 3. Tokens are compared: numbers to the digits that the promise writes or within the tolerance,
///    other text to the letter save for white space.
struct TextComparison {
  typealias Difference = TextDifference

  let rule: ComparisonRule

  init(rule: ComparisonRule = ComparisonRule()) {
    self.rule = rule
  }

  /// The first difference, or `nil` where the promise holds.
  ///
  /// - Parameters:
  ///   - promised: the promise, with `\n` as line end.
  ///   - actual: what came, as the program wrote it.
  func difference(promised: String, actual: String) -> Difference? {
    difference(ShownText(promised: promised, rule: rule), ShownText(actual: actual))
  }

  /// The first difference of texts that have been read.
  func difference(_ promised: ShownText, _ actual: ShownText) -> Difference? {
    if rule.isUnordered { return unorderedDifference(promised, actual) }
    if rule.isExact { return exactDifference(promised, actual) }
    let comparison = OrderedComparison(
      promised: promised,
      actual: actual,
      rule: TokenRule(rule: rule)
    )
    return comparison.mismatch().map { difference($0, promised, actual) }
  }

  private func difference(
    _ mismatch: TokenMismatch,
    _ promised: ShownText,
    _ actual: ShownText
  ) -> Difference {
    var left = mismatch.promised.map { promised.tokens[$0].range }
    var right = mismatch.actual.map { actual.tokens[$0].range }
    // Where only white space differs, the tokens alone would look the same.
    if mismatch.cause == .spacing, let index = mismatch.promised, index > 0, let token = left {
      left = promised.tokens[index - 1].start..<token.upperBound
    }
    if mismatch.cause != .text, let index = mismatch.actual, index > 0, mismatch.promised != nil,
      let token = right
    {
      right = actual.tokens[index - 1].start..<token.upperBound
    }
    return Difference(
      promised: left.map(promised.written),
      promisedText: left.map(promised.text(at:)),
      actual: right.map(actual.text(at:)),
      actualOffset: right?.lowerBound
    )
  }

  private func exactDifference(_ promised: ShownText, _ actual: ShownText) -> Difference? {
    guard let offset = ExactComparison.mismatch(promised.bytes, actual.bytes) else { return nil }
    let left = ExactComparison.piece(promised.bytes, around: offset)
    let right = ExactComparison.piece(actual.bytes, around: offset)
    return Difference(
      promised: left.map(promised.written),
      promisedText: left.map { ExactComparison.visible(promised.text(at: $0)) },
      actual: right.map { ExactComparison.visible(actual.text(at: $0)) },
      actualOffset: right?.lowerBound
    )
  }

  private func unorderedDifference(_ promised: ShownText, _ actual: ShownText) -> Difference? {
    let matching = UnorderedMatching(
      rule: LineRule(promised: promised, actual: actual, rule: rule)
    )
    if let index = matching.partners.firstIndex(of: nil) {
      let line = promised.trimmed(line: matching.promisedLines[index])
      return Difference(
        cause: .line,
        promised: promised.written(line),
        promisedText: promised.text(at: line)
      )
    }
    let isOpen = promised.lines.indices.contains(where: promised.isWildcard)
    guard !isOpen, let index = matching.owners.firstIndex(of: nil) else { return nil }
    let line = actual.trimmed(line: matching.actualLines[index])
    return Difference(
      cause: .line,
      actual: actual.text(at: line),
      actualOffset: line.lowerBound
    )
  }
}

extension ShownText {
  /// A line without the white space around it.
  func trimmed(line: Int) -> Range<Int> {
    guard let first = lines[line].tokens.first, let last = lines[line].tokens.last else {
      return lines[line].bytes
    }
    return tokens[first].start..<tokens[last].end
  }
}
