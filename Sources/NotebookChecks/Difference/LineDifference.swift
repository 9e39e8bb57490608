import NotebookSyntax

/// The difference between a promise and what came, line by line.
///
/// 1. The lines of both are laid along each other; lines that hold are unchanged, whatever their
///    layout, and a line of `[...]` is unchanged as well.
/// 2. Of the others, similar lines are paired.
/// 3. In each pair, what differs is emphasised.
struct LineDifference {
  /// The lines: the promise in its order, and after lines that do not hold, what came in their place.
  static func lines(promised: String, actual: String, rule: ComparisonRule) -> [AlignedLine] {
    let alignment = LineAlignment(
      promised: ShownText(promised: promised, rule: rule),
      actual: ShownText(actual: actual),
      rule: rule
    )
    var difference = LineDifference(alignment: alignment)
    for piece in alignment.pieces { difference.add(piece) }
    difference.addBlankLines(upTo: alignment.promised.lines.count)
    return difference.lines
  }

  private let alignment: LineAlignment
  private let emphasis: LineEmphasis
  private var lines: [AlignedLine] = []
  private var nextLine = 0

  private init(alignment: LineAlignment) {
    self.alignment = alignment
    emphasis = LineEmphasis(
      promised: alignment.promised,
      actual: alignment.actual,
      rule: TokenRule(rule: alignment.lineRule.rule)
    )
  }

  private var promised: ShownText { alignment.promised }
  private var actual: ShownText { alignment.actual }

  private mutating func add(_ piece: AlignedPiece) {
    switch piece {
    case .held(let left, let right):
      let isLineByLine = left.count == right.count
      for (index, line) in left.enumerated() {
        add(.same, line, shownLine: isLineByLine ? right[index] : nil)
      }
    case .wildcard(let line): add(.same, line)
    case .changed(let left, let right): addChange(left, right)
    }
  }

  /// Lines that do not hold, and those that came in their place: never so many of the one that the
  /// other is out of sight.
  private mutating func addChange(_ left: [Int], _ right: [Int]) {
    let pairs = LinePairing(similarity: alignment.similarity).pairs(promised: left, actual: right)
    for start in stride(from: 0, to: pairs.count, by: Self.mostTogether) {
      add(pairs[start..<min(start + Self.mostTogether, pairs.count)])
    }
  }

  private static let mostTogether = 5

  private mutating func add(_ pairs: ArraySlice<LinePairing.Pair>) {
    var shown: [AlignedLine] = []
    for pair in pairs {
      var ranges: (promised: [Range<Int>], shown: [Range<Int>]) = ([], [])
      if let line = pair.promised, let other = pair.actual { ranges = emphasis.ranges(line, other) }
      if let line = pair.promised { add(.promised, line, emphasis: ranges.promised) }
      guard let line = pair.actual else { continue }
      shown.append(
        AlignedLine(
          kind: .shown,
          text: actual.text(at: actual.lines[line].bytes),
          emphasis: ranges.shown,
          shownLine: line
        )
      )
    }
    lines += shown
  }

  private mutating func add(
    _ kind: AlignedLine.Kind,
    _ line: Int,
    emphasis: [Range<Int>] = [],
    shownLine: Int? = nil
  ) {
    addBlankLines(upTo: line)
    lines.append(
      AlignedLine(
        kind: kind,
        text: promised.text(at: promised.lines[line].bytes),
        emphasis: emphasis,
        promisedLine: line,
        shownLine: shownLine
      )
    )
    nextLine = line + 1
  }

  /// Blank lines of the promise always hold.
  private mutating func addBlankLines(upTo end: Int) {
    while nextLine < end {
      let text = promised.text(at: promised.lines[nextLine].bytes)
      lines.append(AlignedLine(kind: .same, text: text, promisedLine: nextLine))
      nextLine += 1
    }
  }
}
