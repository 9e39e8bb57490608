extension Formula {
  /// Where the values stand in the TeX, in bytes of UTF-8: a range for each value of ``parts``.
  public var valueRanges: [Range<Int>] {
    let hasValues = parts.contains { if case .value = $0 { true } else { false } }
    return hasValues ? FormulaTeX(tex.text).directives.map(\.range) : []
  }
}
