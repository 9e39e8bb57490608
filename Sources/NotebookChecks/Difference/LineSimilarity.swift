/// How much of a promised line an actual line still has, so that it can be told as the same line
/// with other values.
struct LineSimilarity {
  let promised: ShownText
  let actual: ShownText

  /// The part of the tokens, from 0 to 1, that stand at the beginning and at the end of both. All
  /// numbers count as the same.
  func share(_ left: Int, _ right: Int) -> Double {
    let wanted = promised.lines[left].tokens
    let shown = actual.lines[right].tokens
    let shared = min(wanted.count, shown.count)
    var head = 0
    while head < shared, isSimilar(wanted.lowerBound + head, shown.lowerBound + head) { head += 1 }
    var tail = 0
    while tail < shared - head, isSimilar(wanted.upperBound - 1 - tail, shown.upperBound - 1 - tail)
    {
      tail += 1
    }
    let wildcards = wanted.count { promised.tokens[$0].kind == .wildcard }
    let whole = wildcards > 0 ? wanted.count - wildcards : max(wanted.count, shown.count)
    return whole == 0 ? 1 : min(1, Double(head + tail) / Double(whole))
  }

  /// Whether lines are similar enough to be one and the same.
  func areSimilar(_ left: Int, _ right: Int) -> Bool { share(left, right) >= 0.5 }

  private func isSimilar(_ left: Int, _ right: Int) -> Bool {
    let wanted = promised.tokens[left]
    let shown = actual.tokens[right]
    guard wanted.kind == shown.kind else { return false }
    return wanted.kind == .number
      || TokenRule.areEqual(promised.bytes, wanted.range, actual.bytes, shown.range)
  }
}
