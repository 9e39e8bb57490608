extension LineAlignment {
  /// How the lines between two places go together.
  struct Gap {
    var pieces: [AlignedPiece] = []
    /// Whether any line holds.
    var hasMatch = false
  }

  /// Lays some lines along others: lines that hold, and those between them.
  func gap(_ left: [Int], _ right: ArraySlice<Int>) -> Gap {
    var gap = Gap()
    var (low, high) = (0, right.startIndex)
    for match in matches(left, right) {
      gap.add(self, left[low..<match.left], right[high..<match.right])
      gap.hold(left[match.left], right[match.right])
      (low, high) = (match.left + 1, match.right + 1)
    }
    gap.add(self, left[low...], right[high...])
    return gap
  }

  private func matches(_ left: [Int], _ right: ArraySlice<Int>) -> [EditScript.Match] {
    let script = EditScript(bound: 64) { lineRule.holds(left[$0], right[$1]) }
    var anchors: [EditScript.Match] = []
    // Short texts need none, and without them the difference is the shortest.
    if min(left.count, right.count) > 500 {
      anchors = LineAnchors.anchors(left[...], right, lineRule)
    }
    var matches: [EditScript.Match] = []
    var (low, high) = (0, right.startIndex)
    for anchor in anchors {
      matches += script.matches(low..<anchor.left, high..<anchor.right)
      matches.append(anchor)
      (low, high) = (anchor.left + 1, anchor.right + 1)
    }
    return matches + script.matches(low..<left.count, high..<right.endIndex)
  }

  /// Takes lines apart whose tokens hold though their layout differs.
  func layoutPieces(_ left: ArraySlice<Int>, _ right: ArraySlice<Int>) -> [AlignedPiece] {
    let changed = AlignedPiece.changed(promised: Array(left), actual: Array(right))
    guard !lineRule.rule.isExact, let first = left.first, let last = left.last,
      let shownFirst = right.first, let shownLast = right.last
    else { return left.isEmpty && right.isEmpty ? [] : [changed] }
    let tokens = promised.lines[first].tokens.lowerBound..<promised.lines[last].tokens.upperBound
    let shown =
      actual.lines[shownFirst].tokens.lowerBound..<actual.lines[shownLast].tokens.upperBound
    let runs = LayoutRuns(promised: promised, actual: actual, rule: TokenRule(rule: lineRule.rule))
      .runs(tokens, shown)
    var pieces: [AlignedPiece] = []
    var (low, high) = (left.startIndex, right.startIndex)
    for run in runs {
      let start = (left: low, right: high)
      while low < left.endIndex, left[low] < run.promised.lowerBound { low += 1 }
      while high < right.endIndex, right[high] < run.actual.lowerBound { high += 1 }
      if start != (low, high) {
        pieces.append(
          .changed(
            promised: Array(left[start.left..<low]),
            actual: Array(right[start.right..<high])
          )
        )
      }
      let held = (left: low, right: high)
      while low < left.endIndex, left[low] < run.promised.upperBound { low += 1 }
      while high < right.endIndex, right[high] < run.actual.upperBound { high += 1 }
      pieces.append(
        .held(promised: Array(left[held.left..<low]), actual: Array(right[held.right..<high]))
      )
    }
    if low < left.endIndex || high < right.endIndex {
      pieces.append(.changed(promised: Array(left[low...]), actual: Array(right[high...])))
    }
    return pieces
  }
}

extension LineAlignment.Gap {
  fileprivate mutating func hold(_ left: Int, _ right: Int) {
    hasMatch = true
    if case .held(var promised, var actual)? = pieces.last {
      pieces.removeLast()
      promised.append(left)
      actual.append(right)
      pieces.append(.held(promised: promised, actual: actual))
    } else {
      pieces.append(.held(promised: [left], actual: [right]))
    }
  }

  fileprivate mutating func add(
    _ alignment: LineAlignment,
    _ left: ArraySlice<Int>,
    _ right: ArraySlice<Int>
  ) {
    pieces += alignment.layoutPieces(left, right)
  }
}
