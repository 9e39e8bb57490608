import NotebookSyntax

/// The numbers of equations, figures, tables and listings.
struct Numbering: Sendable {
  /// The number of each label, by the label's whole name.
  private(set) var numbers: [String: String] = [:]
  /// For each display formula that MathJax numbers itself the number of its first row, by the
  /// formula's place in the source.
  private(set) var firstRows: [Int: Int] = [:]

  init(labels: [Label], formulas: [Formula]) {
    numberFormulas(formulas)
    var counts: [Label.Kind: Int] = [:]
    for label in labels where label.kind != .equation && label.kind != .section {
      guard numbers[label.name] == nil else { continue }
      counts[label.kind, default: 0] += 1
      numbers[label.name] = String(counts[label.kind, default: 0])
    }
  }

  private mutating func numberFormulas(_ formulas: [Formula]) {
    var next = 1
    for formula in formulas {
      let rows = EquationRows(formula.tex.text)
      if rows.count > 0 { firstRows[formula.range.lowerBound] = next }
      if let label = formula.label, numbers[label.name] == nil {
        let isTagged = rows.count == 0 && rows.tag != nil
        numbers[label.name] = isTagged ? rows.tag : String(next)
        next += isTagged ? 0 : max(rows.count, 1)
      } else {
        next += rows.count
      }
    }
  }
}
