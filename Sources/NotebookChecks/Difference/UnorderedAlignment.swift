/// Lays a promise whose lines may come in any order along the actual text.
struct UnorderedAlignment {
  let rule: LineRule
  let similarity: LineSimilarity

  /// The pieces in the order of the promise, and then the lines that nothing promises.
  func pieces() -> [AlignedPiece] {
    let matching = UnorderedMatching(rule: rule)
    let missing = matching.promisedLines.indices.filter { matching.partners[$0] == nil }
    var extra = matching.actualLines.indices.filter { matching.owners[$0] == nil }
      .map { matching.actualLines[$0] }
    var replacements: [Int: Int] = [:]
    // A line is found again by what has not changed in it, among a bounded number of lines.
    for line in missing.prefix(200).map({ matching.promisedLines[$0] }) {
      var best: (share: Double, index: Int)?
      for (index, other) in extra.prefix(5000).enumerated() {
        let share = similarity.share(line, other)
        if share >= 0.5, share > best?.share ?? 0 { best = (share, index) }
      }
      if let best { replacements[line] = extra.remove(at: best.index) }
    }
    var partners: [Int: Int] = [:]
    for (index, line) in matching.promisedLines.enumerated() {
      partners[line] = matching.partners[index].map { matching.actualLines[$0] }
    }
    var isOpen = false
    var pieces: [AlignedPiece] = []
    for line in rule.promised.lines.indices where !rule.promised.lines[line].tokens.isEmpty {
      if let partner = partners[line] {
        pieces.append(.held(promised: [line], actual: [partner]))
      } else if rule.promised.isWildcard(line: line) {
        isOpen = true
        pieces.append(.wildcard(line))
      } else {
        let replacement = replacements[line].map { [$0] } ?? []
        pieces.append(.changed(promised: [line], actual: replacement))
      }
    }
    if !isOpen, !extra.isEmpty { pieces.append(.changed(promised: [], actual: extra)) }
    return pieces
  }
}
