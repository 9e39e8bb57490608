import NotebookSyntax

/// The numbers of equations, figures, tables, listings, theorems and their like.
struct Numbering: Sendable {
  /// What a display formula has to do with numbers and labels.
  struct Equation: Sendable {
    /// The number of its first row, where MathJax numbers its rows.
    var firstRow: Int?
    /// The number that the page sets beside it.
    var number: String?
    /// The names by which it can be referred to.
    var labels: [String]
  }

  /// The number of each label, by the label's whole name.
  private(set) var numbers: [String: String] = [:]
  /// The display formulas that have numbers or labels, by their places in the source.
  private(set) var equations: [Int: Equation] = [:]
  /// The numbers of theorems and their like, by their places in the source.
  private(set) var theorems: [Int: String] = [:]
  /// The labels that MathJax defines when it sets a formula.
  private(set) var texLabels: Set<String> = []

  init(labels: [Label], formulas: [Formula], theorems: [Survey.TheoremPlace]) {
    number(formulas)
    number(theorems)
    var counts: [Label.Kind: Int] = [:]
    for label in labels where Self.captioned.contains(label.kind) && numbers[label.name] == nil {
      counts[label.kind, default: 0] += 1
      numbers[label.name] = String(counts[label.kind, default: 0])
    }
  }

  private static let captioned: Set<Label.Kind> = [.figure, .table, .listing]

  private mutating func number(_ formulas: [Formula]) {
    var next = 1
    for formula in formulas {
      let rows = EquationRows(formula.tex.text)
      let isNumbered = rows.count > 0 || rows.tag != nil
      let hasLabel = formula.label != nil || !rows.labels.isEmpty
      let own = !isNumbered && hasLabel ? String(next) : nil
      let first = rows.count > 0 ? String(next) : nil
      var names: [String] = []
      func define(_ name: String, as number: String?) {
        guard numbers[name] == nil, let number else { return }
        numbers[name] = number
        names.append(name)
      }
      if let label = formula.label { define(label.name, as: first ?? rows.tag ?? own) }
      for (name, target) in rows.labels {
        switch target {
        case .row(let row):
          define(name, as: String(next + row))
          texLabels.insert(name)
        case .tag(let tag):
          define(name, as: tag)
          texLabels.insert(name)
        case .unnumbered:
          define(name, as: own)
        }
      }
      if isNumbered || hasLabel {
        equations[formula.range.lowerBound] = Equation(
          firstRow: rows.count > 0 ? next : nil,
          number: own,
          labels: names
        )
      }
      next += own == nil ? rows.count : 1
    }
  }

  private mutating func number(_ places: [Survey.TheoremPlace]) {
    var counts: [Theorem.Kind: Int] = [:]
    for place in places where place.kind.labelKind != nil {
      counts[place.kind, default: 0] += 1
      let number = String(counts[place.kind, default: 0])
      theorems[place.offset] = number
      if let label = place.label, numbers[label.name] == nil { numbers[label.name] = number }
    }
  }
}
