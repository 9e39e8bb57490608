import NotebookSyntax
import Typesetting

/// The numbers of a page's display formulas, and what their labels name.
///
/// Formulas are counted as they stand on the page, whether the author wrote them, a cell shows them or
/// the front matter brings them. How many numbers each takes is MathJax's word.
struct EquationNumbers: Sendable {
  /// What a display formula has to do with numbers and labels.
  struct Equation: Sendable {
    /// The number of its first row, where MathJax numbers its rows.
    var firstRow: Int?
    /// The number that the page gives it, as a tag of its own.
    var number: String?
    /// The names by which it can be referred to.
    var labels: [String] = []
  }

  /// The number of each label, by the label's whole name.
  private(set) var numbers: [String: String] = [:]
  /// The labels that MathJax defines when it sets a formula.
  private(set) var texLabels: Set<String> = []
  /// The labels that stand in a row without number.
  private(set) var unnumbered: [(label: String, formula: ComposedTeX)] = []
  /// For each display formula of the page, in order, its numbers and labels.
  private var equations: [Equation?] = []
  private var next = 1

  /// No formula has a number that the page would have to know.
  init() {}

  /// Whether no formula has a number that the page would have to know.
  var isEmpty: Bool { equations.isEmpty }

  /// - Parameters:
  ///   - formulas: the display formulas of the page, in order.
  ///   - tags: what each of them has to do with numbers.
  init(_ formulas: [ShownFormula], tags: [EquationTags]) {
    for (formula, tags) in zip(formulas, tags) { equations.append(number(formula, tags)) }
  }

  /// The numbers and labels of a display formula, by its place among them; `nil` where it has none.
  subscript(place: Int) -> Equation? {
    equations.indices.contains(place) ? equations[place] : nil
  }

  private mutating func number(_ formula: ShownFormula, _ tags: EquationTags) -> Equation? {
    guard !tags.isEmpty || formula.label != nil else { return nil }
    var equation = Equation()
    let first = next
    if tags.tags.isEmpty {
      equation.number = String(first)
      next += 1
    } else {
      equation.firstRow = tags.count > 0 ? first : nil
      next += tags.count
    }
    let own = equation.number ?? tags.tags.first?.text(startingAt: first)
    define(formula.label, as: own, of: &equation)
    for tag in tags.tags {
      define(tag.label, as: tag.text(startingAt: first), of: &equation)
      if let label = tag.label { texLabels.insert(label) }
    }
    for label in tags.unnumbered {
      if equation.number == nil {
        unnumbered.append((label, formula.tex))
      } else {
        // The number that the page gives is a tag, which the label takes.
        texLabels.insert(label)
      }
      define(label, as: equation.number, of: &equation)
    }
    return equation
  }

  private mutating func define(
    _ label: String?,
    as number: String?,
    of equation: inout Equation
  ) {
    guard let label, let number, numbers[label] == nil else { return }
    numbers[label] = number
    equation.labels.append(label)
  }
}
