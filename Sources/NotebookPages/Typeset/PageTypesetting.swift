import NotebookSyntax
import Timing
import Typesetting

/// The formulas and charts of one page, set.
///
/// 1. All formulas go to MathJax together, so that references may point forwards.
/// 2. What MathJax and Vega say becomes diagnostics at the notebook's places.
/// 3. Where there is no engine, the page's reader has them set by the browser.
struct PageTypesetting {
  /// A node for each piece, in the order of the page.
  private(set) var nodes: [HTMLNode] = []
  /// What the page holds once for all its formulas, before the first of them.
  private(set) var preamble: HTMLNode?
  private(set) var diagnostics: [Diagnostic] = []
  /// What the page must load in the browser.
  private(set) var assets: Set<Page.Asset> = []
  /// Why the page is left to the browser, though it was to be set here.
  private(set) var fallbacks: [TypesettingError] = []

  private let pieces: [LatePiece]
  private let notebook: Notebook
  private let settings: FormulaSettings

  /// - Parameters:
  ///   - pieces: the formulas and charts in the order of the page.
  ///   - notebook: the notebook.
  ///   - settings: what the page's formulas know from the beginning.
  ///   - idPrefix: begins the identifiers within the page's pictures.
  ///   - typesetter: sets them; `nil` to leave them to the browser.
  init(
    _ pieces: [LatePiece],
    of notebook: Notebook,
    _ settings: FormulaSettings,
    idPrefix: String,
    by typesetter: Typesetter?
  ) {
    self.pieces = pieces
    self.notebook = notebook
    self.settings = settings
    nodes = pieces.map { _ in .raw("") }
    guard let typesetter else {
      leaveFormulas()
      leaveCharts()
      return
    }
    do {
      try setFormulas(typesetter, idPrefix)
    } catch {
      fallBack(error)
      leaveFormulas()
    }
    do {
      try drawCharts(typesetter, idPrefix)
    } catch {
      fallBack(error)
      leaveCharts()
    }
  }

  private var formulas: [(index: Int, formula: PageFormula)] {
    pieces.enumerated().compactMap { index, piece in
      if case .formula(let formula) = piece { (index, formula) } else { nil }
    }
  }

  private var charts: [(index: Int, chart: PageChart)] {
    pieces.enumerated().compactMap { index, piece in
      if case .chart(let chart) = piece { (index, chart) } else { nil }
    }
  }

  // MARK: - In process

  private mutating func setFormulas(_ typesetter: Typesetter, _ idPrefix: String) throws {
    let formulas = formulas
    guard !formulas.isEmpty else { return }
    try measured(.formulas, with: ["formulas": formulas.count]) {
      try set(formulas, typesetter, idPrefix)
    }
  }

  private mutating func set(
    _ formulas: [(index: Int, formula: PageFormula)],
    _ typesetter: Typesetter,
    _ idPrefix: String
  ) throws {
    let page = FormulaPage(
      idPrefix: idPrefix,
      references: settings.references,
      macros: settings.formulaMacros,
      requests: formulas.map { _, formula in
        FormulaRequest(
          formula.tex.text,
          isDisplay: formula.style == .display,
          firstNumber: formula.firstNumber
        )
      }
    )
    let set = try typesetter.set(page)
    for (macro, message) in zip(settings.macros, set.macroProblems) {
      if let message { report(macro, message) }
    }
    for ((index, formula), result) in zip(formulas, set.results) {
      nodes[index] = result.formula.map(formula.node) ?? formula.unsetNode
      let report = FormulaReport(formula.tex, in: notebook)
      diagnostics += report.diagnostics(result.problems)
    }
    preamble = .raw(set.definitions)
  }

  private mutating func drawCharts(_ typesetter: Typesetter, _ idPrefix: String) throws {
    for (number, (index, chart)) in charts.enumerated() {
      do {
        let prefix = "\(idPrefix)chart-\(number + 1)-"
        let drawn = try measured(.charts, with: ["chart": number + 1]) {
          try typesetter.chart(chart.specification, idPrefix: prefix)
        }
        nodes[index] = chart.node(drawn)
        diagnostics += drawn.warnings.map { chart.diagnostic(.warning, $0, in: notebook.source) }
      } catch let error as ChartError {
        diagnostics += error.messages.map { chart.diagnostic(.error, $0, in: notebook.source) }
      }
    }
  }

  private mutating func report(_ macro: FrontMatter.Macro, _ message: String) {
    diagnostics.append(
      Diagnostic(
        .error,
        "wrong-macro",
        "the macro '\\\(macro.name)' is wrong: \(message)",
        in: notebook.source,
        at: macro.range
      )
    )
  }

  private mutating func fallBack(_ error: any Error) {
    let reason =
      error as? TypesettingError ?? .scriptFailed(message: "\(error)")
    if reason == .notInStore {
      diagnostics.append(
        Diagnostic(
          .error,
          "not-in-store",
          "\(reason), and --frozen lets nothing be set",
          help: "render it once without --frozen",
          path: notebook.source.path
        )
      )
    } else if !fallbacks.contains(reason) {
      fallbacks.append(reason)
    }
  }

  // MARK: - In the browser

  private mutating func leaveFormulas() {
    for (index, formula) in formulas {
      nodes[index] = formula.sourceNode
      assets.insert(.mathJax)
    }
    if assets.contains(.mathJax) { preamble = settings.scriptNode }
  }

  private mutating func leaveCharts() {
    for (index, chart) in charts {
      nodes[index] = chart.scriptNode
      assets.insert(.vega)
    }
  }
}
