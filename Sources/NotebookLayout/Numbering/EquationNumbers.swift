import NotebookSyntax

/// The numbers of a page's display formulas, and what their labels name.
///
/// Formulas are counted as they stand on the page, whether the author wrote them, a cell shows them or
/// the front matter brings them. How many numbers each takes is MathJax's word.
package struct EquationNumbers: Sendable {
  /// What a display formula has to do with numbers and labels.
  package struct Equation: Sendable {
    /// The number of its first row, where MathJax numbers its rows.
    package var firstRow: Int?
    /// The number that the page gives it, as a tag of its own.
    package var number: String?
    /// The names by which it can be referred to.
    package var labels: [String] = []
  }

  /// The number of each label, by the label's whole name.
  package private(set) var numbers: [String: String] = [:]
  /// The labels that MathJax defines when it sets a formula.
  package private(set) var texLabels: Set<String> = []
  /// The labels that stand in a row without number.
  private(set) var unnumbered: [(label: String, formula: ComposedTeX)] = []
  /// For each display formula of the page, in order, its numbers and labels.
  private var equations: [Equation?] = []
  private var next = 1
  /// What stands before each number that is counted.
  private var prefix = ""

  /// No formula has a number that the page would have to know.
  init() {}

  /// - Parameters:
  ///   - formulas: the formulas of the page, in its order.
  ///   - macros: the macros of the front matter.
  ///   - tex: what knows how they are numbered; `nil` where nobody can be asked.
  ///   - prefix: what stands before each number that is counted.
  /// - Returns: `nil` where whoever sets the formulas may count by itself, as nothing refers to a number
  ///   and they are set in the order of the page, or where the numbers are not known.
  /// - Throws: what `tex` throws.
  init?(
    of formulas: [ShownFormula],
    macros: [FrontMatter.Macro],
    by tex: (any TeXProcessor)?,
    prefix: String = ""
  ) throws {
    let order = SettingOrder(formulas.map(\.place))
    let displays = formulas.indices.filter { formulas[$0].style == .display }
    guard !displays.isEmpty,
      order.isInDisorder || displays.contains(where: { formulas[$0].hasLabel })
    else { return nil }
    var tags = formulas.map { _ in FormulaTags() }
    if let tex {
      let inOrder = order.indices.map { formulas[$0] }
      guard let found = try tex.tags(of: inOrder, macros: macros) else { return nil }
      for (index, found) in zip(order.indices, found) { tags[index] = found }
    }
    self.init(displays.map { formulas[$0] }, tags: displays.map { tags[$0] }, prefix: prefix)
  }

  /// Whether no formula has a number that the page would have to know.
  var isEmpty: Bool { equations.isEmpty }

  /// - Parameters:
  ///   - formulas: the display formulas of the page, in order.
  ///   - tags: what each of them has to do with numbers.
  ///   - prefix: what stands before each number that is counted.
  init(_ formulas: [ShownFormula], tags: [FormulaTags], prefix: String = "") {
    self.prefix = prefix
    for (formula, tags) in zip(formulas, tags) { equations.append(number(formula, tags)) }
  }

  /// The numbers and labels of a display formula, by its place among them; `nil` where it has none.
  package subscript(place: Int) -> Equation? {
    equations.indices.contains(place) ? equations[place] : nil
  }

  private mutating func number(_ formula: ShownFormula, _ tags: FormulaTags) -> Equation? {
    guard !tags.isEmpty || formula.label != nil else { return nil }
    var equation = Equation()
    let first = next
    if tags.tags.isEmpty {
      equation.number = prefix + String(first)
      next += 1
    } else {
      equation.firstRow = tags.count > 0 ? first : nil
      next += tags.count
    }
    let own = equation.number ?? tags.tags.first?.text(startingAt: first, after: prefix)
    define(formula.label, as: own, of: &equation)
    for tag in tags.tags {
      define(tag.label, as: tag.text(startingAt: first, after: prefix), of: &equation)
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
