/// Finds partners for promised lines among the lines of the actual text, whatever their order.
///
/// Where numbers need not be the same, a line may have several possible partners, and taking the
/// first can leave another line without. So after the equal lines have found each other, the rest
/// are matched by augmenting paths, which finds as many pairs as there can be.
struct UnorderedMatching {
  let rule: LineRule
  /// The lines that take part.
  let promisedLines: [Int]
  let actualLines: [Int]

  /// For each promised line its partner; positions in the arrays above.
  private(set) var partners: [Int?]
  /// For each actual line the promised line that has it.
  private(set) var owners: [Int?]

  /// How many comparisons of lines are left. It is bounded, because a pattern may fit any line.
  private var budget = 2_000_000
  private var keyed: [LineKey: [Int]] = [:]
  private var shaped: [LineKey: [Int]] = [:]

  init(rule: LineRule) {
    self.rule = rule
    promisedLines = rule.promised.lines.indices.filter { line in
      !rule.promised.lines[line].tokens.isEmpty && !rule.promised.isWildcard(line: line)
    }
    actualLines = rule.actual.lines.indices.filter { !rule.actual.lines[$0].tokens.isEmpty }
    partners = Array(repeating: nil, count: promisedLines.count)
    owners = Array(repeating: nil, count: actualLines.count)
    matchEqualLines()
    guard !rule.rule.isExact, partners.contains(where: { $0 == nil }) else { return }
    matchSortedLines()
    matchByPaths()
  }

  private mutating func pair(_ left: Int, _ right: Int) {
    partners[left] = right
    owners[right] = left
  }

  private mutating func matchEqualLines() {
    for index in actualLines.indices.reversed() {
      keyed[rule.key(rule.actual, actualLines[index]), default: []].append(index)
    }
    for index in promisedLines.indices where !rule.isPattern(promisedLines[index]) {
      let key = rule.key(rule.promised, promisedLines[index])
      if let partner = keyed[key]?.popLast() { pair(index, partner) }
    }
  }

  /// Pairs lines of one shape in the order of their numbers, which settles nearly all of them.
  private mutating func matchSortedLines() {
    for index in actualLines.indices {
      shaped[rule.shape(rule.actual, actualLines[index]), default: []].append(index)
    }
    var waiting: [LineKey: [Int]] = [:]
    for index in promisedLines.indices
    where partners[index] == nil && !rule.isPattern(promisedLines[index]) {
      waiting[rule.shape(rule.promised, promisedLines[index]), default: []].append(index)
    }
    for (shape, indices) in waiting {
      let left = sorted(indices, in: rule.promised, lines: promisedLines)
      let free = (shaped[shape] ?? []).filter { owners[$0] == nil }
      let right = sorted(free, in: rule.actual, lines: actualLines)
      var (i, j) = (0, 0)
      while i < left.count, j < right.count {
        if rule.holds(promisedLines[left[i].index], actualLines[right[j].index]) {
          pair(left[i].index, right[j].index)
          i += 1
          j += 1
        } else if left[i].numbers.lexicographicallyPrecedes(right[j].numbers) {
          i += 1
        } else {
          j += 1
        }
      }
    }
  }

  private func sorted(
    _ indices: [Int],
    in text: ShownText,
    lines: [Int]
  ) -> [(index: Int, numbers: [Double])] {
    let valued = indices.map { index in
      let numbers = text.lines[lines[index]].tokens.filter { text.tokens[$0].kind == .number }
      return (index, numbers.map { ShownNumber.double(text.bytes[text.tokens[$0].range]) })
    }
    return valued.sorted { $0.1.lexicographicallyPrecedes($1.1) }
  }

  private mutating func matchByPaths() {
    let hasPatterns = promisedLines.contains(where: rule.isPattern)
    let everyLine = Array(actualLines.indices)
    for index in promisedLines.indices where partners[index] == nil {
      let line = promisedLines[index]
      let hasNumbers = rule.promised.lines[line].tokens.contains {
        rule.promised.tokens[$0].kind == .number
      }
      // All lines that are the same as this one have been taken by others like it.
      guard hasPatterns || hasNumbers else { continue }
      augment(from: index, everyLine)
      guard budget > 0 else { return }
    }
  }

  /// Gives a promised line a partner, for which others may have to change theirs.
  private mutating func augment(from start: Int, _ everyLine: [Int]) {
    /// For each actual line that was reached, the promised line that it was reached from.
    var reached: [Int: Int] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let left = queue[next]
      next += 1
      for right in candidates(left, everyLine) {
        budget -= 1
        guard budget > 0 else { return }
        guard reached[right] == nil, rule.holds(promisedLines[left], actualLines[right]) else {
          continue
        }
        reached[right] = left
        guard let owner = owners[right] else { return take(right, reached) }
        queue.append(owner)
      }
    }
  }

  private func candidates(_ left: Int, _ everyLine: [Int]) -> [Int] {
    let line = promisedLines[left]
    return rule.isPattern(line) ? everyLine : shaped[rule.shape(rule.promised, line)] ?? []
  }

  /// Changes partners along the path that led to a free line.
  private mutating func take(_ end: Int, _ reached: [Int: Int]) {
    var right: Int? = end
    while let place = right, let left = reached[place] {
      right = partners[left]
      pair(left, place)
    }
  }
}
