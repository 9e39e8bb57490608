import NotebookSyntax

/// Whether one token of a promise holds: numbers to the digits that are written, or within the
/// tolerance that is given, other tokens to the letter.
struct TokenRule {
  let rule: ComparisonRule

  /// Whether a token holds, white space aside.
  func holds(_ promised: ShownText, _ left: Int, _ actual: ShownText, _ right: Int) -> Bool {
    let wanted = promised.tokens[left]
    let value = actual.tokens[right]
    if Self.areEqual(promised.bytes, wanted.range, actual.bytes, value.range) { return true }
    guard wanted.kind == .number, value.kind == .number else { return false }
    return holds(promised.bytes[wanted.range], actual.bytes[value.range])
  }

  /// Whether a number holds.
  func holds(_ promised: ArraySlice<UInt8>, _ actual: ArraySlice<UInt8>) -> Bool {
    let wanted = ShownNumber(promised)
    let value = ShownNumber(actual)
    guard wanted.magnitude == .finite, value.magnitude == .finite else {
      return wanted.magnitude == value.magnitude
        && (wanted.magnitude == .notANumber || wanted.isNegative == value.isNegative)
    }
    if rule.absoluteTolerance != nil || rule.relativeTolerance != nil {
      return isWithinTolerance(ShownNumber.double(promised), ShownNumber.double(actual))
    }
    // Two whole numbers are counts, and a count is right or wrong.
    if wanted.isWhole, value.isWhole { return areEqualCounts(wanted, value, promised, actual) }
    let unit = wanted.isWhole ? 0 : wanted.exponent
    let scale = min(wanted.exponent, value.exponent)
    if unit - scale <= 36, let left = wanted.scaled(to: scale), let right = value.scaled(to: scale)
    {
      var allowed: Int128 = 1
      for _ in 0..<unit - scale { allowed *= 10 }
      return (left - right).magnitude < allowed.magnitude
    }
    let left = ShownNumber.double(promised)
    let right = ShownNumber.double(actual)
    // A figure that was rounded or cut off is less than a unit away; that unit is not exact in binary.
    let allowed = (Double("1e\(unit)") ?? 0) * (1 - 1e-6)
    return left == right || abs(left - right) < allowed
  }

  private func isWithinTolerance(_ wanted: Double, _ value: Double) -> Bool {
    let allowed =
      (rule.absoluteTolerance ?? 0) + (rule.relativeTolerance ?? 0) * wanted.magnitude
    // 1.1 - 1.0 is more than 0.1 in binary.
    return wanted == value || abs(wanted - value) <= allowed * (1 + 1e-9)
  }

  private func areEqualCounts(
    _ wanted: ShownNumber,
    _ value: ShownNumber,
    _ promised: ArraySlice<UInt8>,
    _ actual: ArraySlice<UInt8>
  ) -> Bool {
    guard wanted.digitCount == value.digitCount else { return false }
    guard wanted.digitCount > 0 else { return true }
    guard wanted.isNegative == value.isNegative else { return false }
    if let left = wanted.coefficient, let right = value.coefficient { return left == right }
    return promised.filter(\.isDigit).drop { $0 == ASCII.zero }
      == actual.filter(\.isDigit).drop { $0 == ASCII.zero }
  }

  /// Whether the same bytes stand at two places.
  static func areEqual(
    _ left: [UInt8],
    _ leftRange: Range<Int>,
    _ right: [UInt8],
    _ rightRange: Range<Int>
  ) -> Bool {
    guard leftRange.count == rightRange.count else { return false }
    var offset = 0
    while offset < leftRange.count {
      guard left[leftRange.lowerBound + offset] == right[rightRange.lowerBound + offset] else {
        return false
      }
      offset += 1
    }
    return true
  }
}
