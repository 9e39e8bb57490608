/// Finds lines whose tokens all hold though they are laid out on other lines, such as a matrix that
/// the author wrote row by row and the program on one line.
struct LayoutRuns {
  typealias Run = (promised: Range<Int>, actual: Range<Int>)

  /// More tokens than this are searched at their beginning and end only.
  private static let limit = 10_000

  let promised: ShownText
  let actual: ShownText
  let rule: TokenRule

  /// The runs of whole lines that hold, by line numbers.
  func runs(_ left: Range<Int>, _ right: Range<Int>) -> [Run] {
    let script = EditScript(bound: left.count + right.count > Self.limit ? 0 : 128) { i, j in
      promised.tokens[i].kind != .wildcard && rule.holds(promised, i, actual, j)
        && (promised.beginsLine(i) && actual.beginsLine(j)
          || promised.tokens[i].isSpaced == actual.tokens[j].isSpaced)
    }
    var runs: [Run] = []
    var start: EditScript.Match?
    var end: EditScript.Match = (left.lowerBound, right.lowerBound)
    for match in script.matches(left, right) {
      if start != nil, match != end {
        if let first = start, let run = wholeLines(first, end) { runs.append(run) }
        start = nil
      }
      if start == nil { start = match }
      end = (match.left + 1, match.right + 1)
    }
    if let start, let run = wholeLines(start, end) { runs.append(run) }
    return runs
  }

  /// The lines between the first and the last place where both texts begin a line.
  private func wholeLines(_ start: EditScript.Match, _ end: EditScript.Match) -> Run? {
    let count = end.left - start.left
    func isCut(_ offset: Int) -> Bool {
      promised.beginsLine(start.left + offset) && actual.beginsLine(start.right + offset)
    }
    guard let first = (0...count).first(where: isCut),
      let last = (0...count).last(where: isCut), first < last
    else { return nil }
    return (
      lines(promised, start.left + first..<start.left + last),
      lines(actual, start.right + first..<start.right + last)
    )
  }

  private func lines(_ text: ShownText, _ tokens: Range<Int>) -> Range<Int> {
    text.tokens[tokens.lowerBound].line..<text.tokens[tokens.upperBound - 1].line + 1
  }
}
