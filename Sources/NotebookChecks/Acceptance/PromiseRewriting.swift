import NotebookSyntax

/// Rewrites a promise piece by piece along the lines that came.
struct PromiseRewriting {
  private let alignment: LineAlignment
  private let rule: TokenRule
  private var lines: [String] = []
  /// The next promised line that has not been written, or left out, yet.
  private var nextLine = 0
  /// The last line, if it is one of the actual text that has no counterpart in the promise.
  private var lastInserted: Int?
  private var endsWithWildcard = false
  private var leftOut = false
  /// How many lines of the author are still there.
  private var keptCount = 0

  /// The promise as it would hold, without the last line end; `nil` where nothing of it can stay.
  static func text(_ alignment: LineAlignment) -> String? {
    var rewriting = PromiseRewriting(alignment: alignment)
    for piece in alignment.pieces { rewriting.add(piece) }
    guard rewriting.keptCount > 0 else { return nil }
    rewriting.addBlankLines(upTo: alignment.promised.lines.count)
    return rewriting.lines.joined(separator: "\n")
  }

  private init(alignment: LineAlignment) {
    self.alignment = alignment
    rule = TokenRule(rule: alignment.lineRule.rule)
  }

  private var promised: ShownText { alignment.promised }
  private var actual: ShownText { alignment.actual }
  private var replacement: TokenReplacement {
    TokenReplacement(promised: promised, actual: actual, rule: rule)
  }

  private mutating func add(_ piece: AlignedPiece) {
    switch piece {
    case .held(let left, _):
      for line in left { write(promised.text(at: promised.lines[line].bytes), for: line) }
    case .wildcard(let line):
      // Two of them that have come together say no more than one.
      guard !endsWithWildcard || !leftOut else {
        nextLine = line + 1
        return
      }
      write(promised.text(at: promised.lines[line].bytes), for: line, isWildcard: true)
    case .changed(let left, let right): addChange(left, right)
    }
  }

  private mutating func addChange(_ left: [Int], _ right: [Int]) {
    if addWhole(left, right) { return }
    let pairing = LinePairing(similarity: alignment.similarity)
    for pair in pairing.pairs(promised: left, actual: right) {
      switch (pair.promised, pair.actual) {
      case (let line?, let other?): write(rewritten(line, other), for: line)
      case (let line?, nil): leaveOut(line)
      case (nil, let other?): insert(other)
      case (nil, nil): break
      }
    }
  }

  /// Replaces tokens one by one where only the layout of the lines differs.
  private mutating func addWhole(_ left: [Int], _ right: [Int]) -> Bool {
    guard let first = left.first, let last = left.last, let shownFirst = right.first,
      let shownLast = right.last,
      left.map({ promised.lines[$0].tokens.count }) != right.map({ actual.lines[$0].tokens.count })
    else { return false }
    let tokens = promised.lines[first].tokens.lowerBound..<promised.lines[last].tokens.upperBound
    let shown =
      actual.lines[shownFirst].tokens.lowerBound..<actual.lines[shownLast].tokens.upperBound
    let bytes = promised.lines[first].bytes.lowerBound..<promised.lines[last].bytes.upperBound
    guard tokens.count == shown.count, replacement.share(tokens, shown) >= 0.5,
      let text = replacement.text(tokens, shown, in: bytes)
    else { return false }
    write(text, for: first)
    nextLine = last + 1
    return true
  }

  /// A promised line with what came in place of what does not hold.
  private func rewritten(_ line: Int, _ other: Int) -> String {
    guard !alignment.lineRule.rule.isExact else { return shortened(other, beside: []) }
    if promised.hasWildcard(line: line) {
      let rewriting = PatternRewriting(promised: promised, actual: actual, rule: rule)
      if let text = rewriting.text(line, other) { return text }
    } else if let text = replacement.text(
      promised.lines[line].tokens,
      actual.lines[other].tokens,
      in: promised.lines[line].bytes
    ) {
      return text
    }
    return shortened(other, beside: [line])
  }

  /// A line of the actual text, its numbers written as on lines of the promise.
  private func shortened(_ other: Int, beside lines: [Int]) -> String {
    NumberShortening(promised, lines: lines)?.text(actual, line: other, rule: rule)
      ?? actual.text(at: actual.lines[other].bytes)
  }

  // MARK: Writing

  private mutating func write(_ text: String, for line: Int, isWildcard: Bool = false) {
    addBlankLines(upTo: line)
    lines.append(text)
    nextLine = line + 1
    lastInserted = nil
    endsWithWildcard = isWildcard
    leftOut = false
    if !isWildcard { keptCount += 1 }
  }

  private mutating func leaveOut(_ line: Int) {
    addBlankLines(upTo: line)
    nextLine = line + 1
    leftOut = true
  }

  private mutating func insert(_ other: Int) {
    if let last = lastInserted, last < other,
      (last + 1..<other).allSatisfy({ actual.lines[$0].tokens.isEmpty })
    {
      lines += Array(repeating: "", count: other - last - 1)
    }
    guard !alignment.lineRule.rule.isExact else {
      lines.append(shortened(other, beside: []))
      return
    }
    let before = promised.lines.indices.prefix(nextLine).last(where: hasText)
    let after = promised.lines.indices.dropFirst(nextLine).first(where: hasText)
    lines.append(shortened(other, beside: [before, after].compactMap { $0 }))
    lastInserted = other
    endsWithWildcard = false
  }

  private func hasText(_ line: Int) -> Bool {
    !promised.lines[line].tokens.isEmpty && !promised.isWildcard(line: line)
  }

  /// Blank lines stay where the author put them.
  private mutating func addBlankLines(upTo end: Int) {
    while nextLine < end {
      if promised.lines[nextLine].tokens.isEmpty {
        lines.append(promised.text(at: promised.lines[nextLine].bytes))
      }
      nextLine += 1
    }
  }
}
