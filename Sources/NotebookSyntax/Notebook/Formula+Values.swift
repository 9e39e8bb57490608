import Documents

extension Formula {
  /// Where the values stand in the TeX, in bytes of UTF-8: a range for each value of ``parts``.
  public var valueRanges: [Range<Int>] {
    let hasValues = parts.contains { if case .value = $0 { true } else { false } }
    return hasValues ? FormulaTeX(tex.text).directives.map(\.range) : []
  }
}

extension Formula {
  /// A formula that stands in no document, such as one in a title that another page names.
  public init(tex: String, style: Style = .inline) {
    self.init(
      style: style,
      range: 0..<0,
      tex: Snippet(text: tex, lineOrigins: [0]),
      parts: [.tex(tex)]
    )
  }

  /// Whether there are values in it.
  public var hasValues: Bool {
    parts.contains { if case .value = $0 { true } else { false } }
  }
}
