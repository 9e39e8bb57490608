/// Lays the blocks of a promise along the actual text: the first at its beginning, the last at its
/// end, those between at the first place that is left.
struct OrderedComparison {
  let promised: ShownText
  let actual: ShownText
  let blocks: [PromiseBlock]
  /// Whether a line of `[...]` begins or ends the promise.
  let isOpenAtStart: Bool
  let isOpenAtEnd: Bool

  private let match: BlockMatch

  init(promised: ShownText, actual: ShownText, rule: TokenRule) {
    self.promised = promised
    self.actual = actual
    blocks = PromiseBlock.blocks(of: promised, rule: rule)
    match = BlockMatch(promised: promised, actual: actual, rule: rule)
    isOpenAtStart = promised.tokens.first.map { promised.isWildcard(line: $0.line) } ?? false
    isOpenAtEnd = promised.tokens.last.map { promised.isWildcard(line: $0.line) } ?? false
  }

  /// The first place where the promise does not hold.
  func mismatch() -> TokenMismatch? {
    guard !blocks.isEmpty else {
      return isOpenAtStart || actual.tokens.isEmpty ? nil : TokenMismatch(nil, 0)
    }
    var position = 0
    for index in blocks.indices {
      switch place(index, from: position) {
      case .found(let tokens): position = tokens.upperBound
      case .missing(let mismatch): return mismatch
      }
    }
    return nil
  }

  /// For each block the tokens for which it stands; `nil` for one that holds nowhere.
  func places() -> [Range<Int>?] {
    var position = 0
    return blocks.indices.map { index in
      guard case .found(let tokens) = place(index, from: position) else { return nil }
      position = tokens.upperBound
      return tokens
    }
  }

  private func place(_ index: Int, from position: Int) -> BlockSearch.Outcome {
    let block = blocks[index]
    let isFirst = index == 0 && !isOpenAtStart
    guard index == blocks.count - 1, !isOpenAtEnd else {
      return isFirst
        ? lay(block, at: position) : BlockSearch(match: match).search(block, from: position)
    }
    let start = isFirst ? 0 : match.lastStart(of: block).map { max($0, position) } ?? position
    switch lay(block, at: start) {
    case .found(let tokens) where tokens.upperBound < actual.tokens.count:
      return .missing(TokenMismatch(nil, tokens.upperBound))
    case .missing(let mismatch)
    where mismatch.cause == .continuation && mismatch.promised == block.tokens.upperBound - 1:
      return .missing(TokenMismatch(nil, mismatch.actual))
    case let outcome: return outcome
    }
  }

  private func lay(_ block: PromiseBlock, at start: Int) -> BlockSearch.Outcome {
    switch match.outcome(of: block, at: start) {
    case .holds(let end): .found(start..<end)
    case .fails(let mismatch): .missing(mismatch)
    }
  }
}
