import NotebookSyntax

/// Whether one token of a promise holds: numbers to the digits that are written, or within the
/// tolerance that is given, other tokens to the letter.
struct TokenRule {
  let rule: ComparisonRule

  /// Whether a number may be off by as much as the author says.
  var hasTolerance: Bool { rule.absoluteTolerance != nil || rule.relativeTolerance != nil }

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
      return switch wanted.magnitude {
      case .notANumber: value.magnitude == .notANumber
      case .infinite: value.magnitude == .infinite && wanted.isNegative == value.isNegative
      case .finite, .unreadable: false
      }
    }
    if hasTolerance {
      return isWithinTolerance(ShownNumber.double(promised), ShownNumber.double(actual))
    }
    return wanted.isRounding(of: value)
  }

  private func isWithinTolerance(_ wanted: Double, _ value: Double) -> Bool {
    let allowed =
      (rule.absoluteTolerance ?? 0) + (rule.relativeTolerance ?? 0) * wanted.magnitude
    // 1.1 - 1.0 is more than 0.1 in binary.
    return wanted == value || abs(wanted - value) <= allowed * (1 + 1e-9)
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
