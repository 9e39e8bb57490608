import Documents
import NotebookLayout
import NotebookSyntax
import Timing
import Typesetting

/// The formulas and charts of one page, set.
///
/// 1. All formulas go to MathJax together, so that references may point forwards.
/// 2. What MathJax and Vega say becomes diagnostics at the notebook's places.
/// 3. Where the browser is to set them, they are left to it.
struct PageTypesetting {
  /// A node for each piece, in the order of the page.
  private(set) var nodes: [HTMLNode] = []
  /// What the page holds once for all its formulas, before the first of them.
  private(set) var preamble: HTMLNode?
  private(set) var diagnostics: [Diagnostic] = []
  /// What the page must load in the browser.
  private(set) var assets: Set<Page.Asset> = []
  /// Why nothing could be set: what is missing, or does not work.
  private(set) var faults: [TypesettingFault] = []
  /// The addresses of links that are left out.
  private(set) var lostAddresses: [String] = []

  private let late: LatePieces
  private let early: EarlyFormulas?
  private let permissions: PagePermissions
  private var labelNames: NearestNames
  private var notebook: Notebook { late.notebook }
  private var settings: FormulaSettings { late.settings }

  /// - Parameters:
  ///   - late: the formulas and charts.
  ///   - early: those of the formulas that were set before.
  ///   - typesetter: sets them; `nil` to leave them to the browser.
  ///   - permissions: what the page may do.
  ///   - fault: why not all is known that setting them takes.
  init(
    _ late: LatePieces,
    _ early: EarlyFormulas? = nil,
    by typesetter: Typesetter?,
    permissions: PagePermissions = PagePermissions(),
    after fault: (any Error)? = nil
  ) {
    self.late = late
    self.permissions = permissions
    self.early = early
    labelNames = NearestNames(late.notebook.labels.map(\.name))
    nodes = late.pieces.map { _ in .raw("") }
    if let fault { tell(fault) }
    guard let typesetter else {
      leaveFormulas()
      leaveCharts()
      return
    }
    do {
      try setFormulas(typesetter)
    } catch {
      tell(error)
    }
    do {
      try drawCharts(typesetter)
    } catch {
      tell(error)
    }
  }

  /// Writes the addresses that are wanted into the links of formulas.
  mutating func readdress(_ replace: (PageAddress) -> String?) {
    // Most notebooks have none.
    let hasLinks = notebook.source.bytes.contains(text: "\\href")
    for (index, piece) in late.pieces.enumerated() {
      guard case .formula(let formula) = piece, hasLinks || formula.definitions != nil else {
        continue
      }
      if case .element(var source) = nodes[index], case .text(let tex)? = source.children.first {
        let links = FormulaLinks(in: tex, replace)
        source.children = [.text(links.tex)]
        nodes[index] = .element(source)
        lostAddresses += links.lost
        continue
      }
      let markup = HTMLWriter([nodes[index]])
      // Picture and MathML hold the same links, and the picture many to the shapes of its letters.
      let links = markup.knownAddresses.spots.filter { $0.role == .link }
      guard !links.isEmpty else { continue }
      var known: [PageAddress: String?] = [:]
      nodes[index] = .written(
        markup.readdressed(at: links) { address in
          if let answer = known[address] { return answer }
          let answer = replace(address)
          known[address] = .some(answer)
          return answer
        }
        .filled(with: [])
      )
    }
  }

  // MARK: - In process

  private mutating func setFormulas(_ typesetter: Typesetter) throws {
    let formulas = late.inOrder
    if !formulas.isEmpty {
      try measured(.formulas, with: ["formulas": formulas.count]) {
        try set(formulas, typesetter)
      }
    }
    for (formulas, page) in late.foreignFormulas {
      let set = try typesetter.set(page)
      place(formulas, set.results.suffix(formulas.count), set.definitions)
    }
  }

  private mutating func set(
    _ formulas: [(index: Int, formula: PageFormula)],
    _ typesetter: Typesetter
  ) throws {
    let set = try typesetter.set(late.formulaPage, after: early)
    for (macro, message) in zip(settings.macros, set.macroProblems) {
      if let message { report(macro, message) }
    }
    place(formulas, set.results[...], set.definitions)
  }

  private mutating func place(
    _ formulas: [(index: Int, formula: PageFormula)],
    _ results: ArraySlice<FormulaResult>,
    _ glyphs: String
  ) {
    for ((index, formula), result) in zip(formulas, results) {
      nodes[index] = result.formula.map(formula.node) ?? formula.unsetNode
      let report = FormulaReport(formula.tex, in: notebook)
      diagnostics += report.diagnostics(result.problems, names: &labelNames)
    }
    var definitions = preamble.map { [$0] } ?? []
    definitions.append(.raw(glyphs))
    preamble = .written(HTMLWriter(definitions))
  }

  private mutating func drawCharts(_ typesetter: Typesetter) throws {
    for (place, (index, chart)) in late.charts.enumerated() {
      let number = place + 1
      do {
        let drawn = try measured(.charts, with: ["chart": number]) {
          try typesetter.chart(
            chart.specification,
            idPrefix: late.idPrefix(ofChart: number),
            subject: late.subject(ofChart: number)
          )
        }
        let (node, removals) = chart.node(drawn, permissions)
        nodes[index] = node
        diagnostics += removals.map { chart.diagnostic($0, in: notebook.source) }
        diagnostics += drawn.warnings.map { chart.diagnostic(.warning, $0, in: notebook.source) }
      } catch let error as ChartFault {
        diagnostics += error.messages.map { chart.diagnostic(.error, $0, in: notebook.source) }
      }
    }
  }

  private mutating func report(_ macro: FrontMatter.Macro, _ message: String) {
    diagnostics.append(
      Diagnostic(
        .error,
        .wrongMacro,
        "the macro '\\\(macro.name)' is wrong: \(message)",
        in: notebook.source(of: macro),
        at: macro.range
      )
    )
  }

  private mutating func tell(_ error: any Error) {
    let reason = TypesettingFault(error)
    if case .notInStore = reason {
      diagnostics.append(
        Diagnostic(
          .error,
          .notInStore,
          "\(reason), and --frozen lets nothing be set",
          help: "render it once without --frozen",
          path: notebook.source.path
        )
      )
    } else if !faults.contains(reason) {
      faults.append(reason)
    }
  }

  // MARK: - In the browser

  private mutating func leaveFormulas() {
    let isInDisorder = late.isInDisorder
    for (order, (index, formula)) in late.inOrder.enumerated() {
      nodes[index] = formula.sourceNode(order: isInDisorder ? order : nil)
      assets.insert(.mathJax)
    }
    for (group, formulas) in late.foreignFormulas.map(\.formulas).enumerated() {
      leave(formulas, prefix: Self.letters(of: group))
    }
    if assets.contains(.mathJax) { preamble = settings.scriptNode }
  }

  /// Leaves the formulas of another page's titles with what that page defines, under names that this page
  /// has not.
  private mutating func leave(
    _ formulas: [(index: Int, formula: PageFormula)],
    prefix: String
  ) {
    let macros = TeXMacros(formulas.first?.formula.definitions ?? [])
    for (place, (index, formula)) in formulas.enumerated() {
      let definitions = place == 0 ? macros.definitions.joined() : ""
      let tex = macros.renamed(definitions + formula.tex.text, prefix: prefix)
      var own = formula
      own.shown.tex = ComposedTeX(tex, .page)
      nodes[index] = own.sourceNode(order: nil)
      assets.insert(.mathJax)
    }
  }

  /// Letters that no author's command begins with, another for each number.
  private static func letters(of number: Int) -> String {
    "title"
      + String(number).compactMap { digit in
        digit.wholeNumberValue.flatMap { Unicode.Scalar(65 + $0) }.map { String($0) }
      }.joined()
  }

  private mutating func leaveCharts() {
    for (index, chart) in late.charts {
      nodes[index] = chart.scriptNode
      assets.insert(.vega)
    }
  }
}
