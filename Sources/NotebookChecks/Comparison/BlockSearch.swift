/// Looks for the first place where a block holds.
struct BlockSearch {
  enum Outcome {
    case found(Range<Int>)
    /// The mismatch at the place where the block holds the longest.
    case missing(TokenMismatch)
  }

  let match: BlockMatch

  private var actual: ShownText { match.actual }
  private var promised: ShownText { match.promised }

  /// The first tokens, from a given one on, for which a block stands.
  func search(_ block: PromiseBlock, from start: Int) -> Outcome {
    if block.pieces.count == 1, case .tokens(let tokens)? = block.pieces.first,
      let words = WordSearch(promised, tokens)
    {
      return searchWords(block, words, from: start)
    }
    var furthest: (progress: Int, mismatch: TokenMismatch)?
    var line = start < actual.tokens.count ? actual.tokens[start].line : actual.lines.count
    while line < actual.lines.count {
      let tokens = actual.lines[line].tokens
      line += 1
      guard !tokens.isEmpty else { continue }
      switch match.outcome(of: block, at: tokens.lowerBound) {
      case .holds(let end): return .found(tokens.lowerBound..<end)
      case .fails(let mismatch):
        let progress = (mismatch.actual ?? actual.tokens.count) - tokens.lowerBound
        if furthest.map({ progress > $0.progress }) ?? true { furthest = (progress, mismatch) }
      }
    }
    return .missing(furthest?.mismatch ?? TokenMismatch(block.tokens.lowerBound, nil))
  }

  private func searchWords(
    _ block: PromiseBlock,
    _ words: WordSearch,
    from start: Int
  ) -> Outcome {
    var furthest = (count: 0, start: start)
    let place = words.first(in: actual, start..<max(start, actual.tokens.count)) { place in
      actual.beginsLine(place.lowerBound) && actual.beginsLine(place.upperBound)
    } onProgress: { count, place in
      if count > furthest.count, actual.beginsLine(place) { furthest = (count, place) }
    }
    if let place { return .found(place) }
    if case .fails(let mismatch) = match.outcome(of: block, at: furthest.start) {
      return .missing(mismatch)
    }
    return .missing(TokenMismatch(block.tokens.lowerBound, nil))
  }
}
