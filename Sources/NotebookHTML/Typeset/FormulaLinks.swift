import NotebookLayout

/// The links of a formula that the browser sets: `\href{address}{…}`.
struct FormulaLinks {
  /// The TeX with other addresses.
  private(set) var tex: String
  /// The addresses that are left out, as they could run a script or reach the reader's files.
  private(set) var lost: [String] = []

  /// - Parameters:
  ///   - tex: the formula.
  ///   - replace: what is written in place of an address; `nil` leaves it.
  init(in tex: String, _ replace: (PageAddress) -> String?) {
    self.tex = ""
    var rest = tex[...]
    while let link = rest.firstMatch(of: /(\\href\s*\{)([^{}]*)\}/) {
      let address = String(link.output.2)
      let safe = SafeAddress.encoded(address)
      if safe.isEmpty, !address.isEmpty { lost.append(address) }
      let new = safe.isEmpty ? "" : replace(PageAddress(.link, address)) ?? address
      self.tex += rest[..<link.range.lowerBound] + link.output.1 + new + "}"
      rest = rest[link.range.upperBound...]
    }
    self.tex += rest
  }
}
