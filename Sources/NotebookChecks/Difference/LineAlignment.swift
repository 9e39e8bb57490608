import Documents
import NotebookSyntax

/// Lays the lines of a promise along the lines of the actual text, as well as they go together.
///
/// Blank lines take no part, unless every letter counts.
struct LineAlignment {
  let promised: ShownText
  let actual: ShownText
  let lineRule: LineRule
  let similarity: LineSimilarity
  /// The pieces in the order of the promise. Lines of the actual text that a `[...]` stands for are
  /// in none of them.
  private(set) var pieces: [AlignedPiece] = []

  init(promised: ShownText, actual: ShownText, rule: ComparisonRule) {
    self.promised = promised
    self.actual = actual
    lineRule = LineRule(promised: promised, actual: actual, rule: rule)
    similarity = LineSimilarity(promised: promised, actual: actual)
    if rule.isUnordered {
      pieces = UnorderedAlignment(rule: lineRule, similarity: similarity).pieces()
    } else if rule.isExact {
      let (left, right) = (Array(promised.lines.indices), Array(actual.lines.indices))
      // A text of one line end and one of nothing are the same, but not their lines.
      let holds = ExactComparison.mismatch(promised.bytes, actual.bytes) == nil
      pieces = holds ? [.held(promised: left, actual: right)] : gap(left, right[...]).pieces
    } else {
      alignBlocks(rule)
    }
  }

  private mutating func alignBlocks(_ rule: ComparisonRule) {
    let comparison = OrderedComparison(
      promised: promised,
      actual: actual,
      rule: TokenRule(rule: rule)
    )
    let shown = actual.lines.indices.filter { !actual.lines[$0].tokens.isEmpty }
    let places = comparison.places().map { $0.map { lines(of: $0, in: shown) } }
    let looseCount = places.count { $0 == nil }
    var low = 0
    var line = 0
    for (index, block) in comparison.blocks.enumerated() {
      addWildcards(line..<block.lines.lowerBound)
      line = block.lines.upperBound
      let lines = block.lines.filter { !promised.lines[$0].tokens.isEmpty }
      if let place = places[index] {
        pieces.append(.held(promised: lines, actual: Array(shown[place])))
        low = place.upperBound
        continue
      }
      var high = places[index...].lazy.compactMap { $0 }.first?.lowerBound ?? shown.count
      let isLast = index == comparison.blocks.count - 1 && !comparison.isOpenAtEnd
      // Many blocks that hold nowhere do not each search the whole text.
      if looseCount > 8, !isLast { high = min(high, low + 2 * lines.count + 1000) }
      let aligner = BlockAlignment(
        alignment: self,
        isFreeBefore: index > 0 || comparison.isOpenAtStart,
        isFreeAfter: !isLast
      )
      let (added, used) = aligner.pieces(lines, shown[low..<max(low, high)])
      pieces += added
      low = used
    }
    addWildcards(line..<promised.lines.count)
    // A promise without a single line has nothing that could stand for what came.
    if comparison.blocks.isEmpty, !comparison.isOpenAtStart, !shown.isEmpty {
      pieces.append(.changed(promised: [], actual: shown))
    }
  }

  private mutating func addWildcards(_ lines: Range<Int>) {
    for line in lines where promised.isWildcard(line: line) { pieces.append(.wildcard(line)) }
  }

  /// The positions, among the lines that are not blank, of the lines that some tokens stand on.
  private func lines(of tokens: Range<Int>, in shown: [Int]) -> Range<Int> {
    func position(of line: Int) -> Int {
      shown.partitioningIndex { $0 >= line }
    }
    let first = position(of: actual.tokens[tokens.lowerBound].line)
    return first..<position(of: actual.tokens[tokens.upperBound - 1].line) + 1
  }
}
