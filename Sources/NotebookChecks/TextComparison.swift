/// Whether a cell shows what is promised: numbers to the digits that the promise writes, other text
/// to the letter save for white space.
struct TextComparison {
  /// Where the two part.
  struct Difference {
    /// The promised token; `nil` where the promise is at its end.
    var promised: ShownToken?
    /// The token that came; `nil` where nothing more came.
    var actual: ShownToken?
  }

  /// By how much a number may be off; `nil` for one unit in the last written place.
  var tolerance: Double?

  /// The first difference, or `nil` where the promise holds.
  func difference(promised: String, actual: String) -> Difference? {
    let promised = ShownToken.tokens(of: promised)
    let actual = ShownToken.tokens(of: actual)
    var left = 0
    var right = 0
    /// Where the last `[...]` stands, and up to where it has been taken to reach.
    var wildcard: (left: Int, right: Int)?
    var furthest = Difference(promised: promised.first, actual: actual.first)
    var furthestRight = -1
    while left < promised.count || right < actual.count {
      if left < promised.count, promised[left].kind == .anything {
        wildcard = (left, right)
        left += 1
        continue
      }
      if left < promised.count, right < actual.count, holds(promised[left], actual[right]) {
        left += 1
        right += 1
        continue
      }
      if right > furthestRight {
        furthestRight = right
        furthest = Difference(
          promised: left < promised.count ? promised[left] : nil,
          actual: right < actual.count ? actual[right] : nil
        )
      }
      guard let last = wildcard, last.right < actual.count else { return furthest }
      wildcard = (last.left, last.right + 1)
      left = last.left + 1
      right = last.right + 1
    }
    return nil
  }

  private func holds(_ promised: ShownToken, _ actual: ShownToken) -> Bool {
    guard case .number(let wanted, let unit) = promised.kind,
      case .number(let value, let actualUnit) = actual.kind
    else { return promised.text == actual.text }
    if wanted.isNaN || value.isNaN { return wanted.isNaN && value.isNaN }
    if wanted.isInfinite || value.isInfinite { return wanted == value }
    if let tolerance { return abs(wanted - value) <= tolerance }
    // Two whole numbers are counts, and a count is right or wrong.
    if unit == nil, actualUnit == nil { return wanted == value }
    let allowed = unit ?? 1
    // A figure that was cut off may be a whole unit away, and that unit is not exact in binary.
    return abs(wanted - value) <= allowed * (1 + 1e-6)
  }
}
