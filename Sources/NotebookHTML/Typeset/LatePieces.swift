import NotebookLayout
import NotebookSyntax
import ResultStore
import Typesetting

/// All formulas and charts of a page, as they are handed to what sets them.
struct LatePieces {
  /// In the order of the page.
  let pieces: [LatePiece]
  let notebook: Notebook
  let settings: FormulaSettings
  /// Begins the identifiers within the page's pictures.
  let idPrefix: String

  /// The page's own formulas.
  let formulas: [(index: Int, formula: PageFormula)]
  /// The formulas in the order in which they are set.
  let inOrder: [(index: Int, formula: PageFormula)]
  /// Whether the page shows formulas in another order than the one in which they are set.
  let isInDisorder: Bool

  init(pieces: [LatePiece], notebook: Notebook, settings: FormulaSettings, idPrefix: String) {
    self.pieces = pieces
    self.notebook = notebook
    self.settings = settings
    self.idPrefix = idPrefix
    let formulas = Self.formulas(in: pieces).filter { $0.formula.definitions == nil }
    self.formulas = formulas
    let order = SettingOrder(formulas.map(\.formula.shown.place))
    isInDisorder = order.isInDisorder
    inOrder = order.indices.map { formulas[$0] }
  }

  private static func formulas(
    in pieces: [LatePiece]
  ) -> [(index: Int, formula: PageFormula)] {
    pieces.enumerated().compactMap { index, piece in
      if case .formula(let formula) = piece { (index, formula) } else { nil }
    }
  }

  /// The formulas in titles of other pages, which are set by what those pages define: by the
  /// definitions, and each group as a page of its own behind its definitions.
  var foreignFormulas: [(formulas: [(index: Int, formula: PageFormula)], page: FormulaPage)] {
    var groups: [[String]: [(index: Int, formula: PageFormula)]] = [:]
    var order: [[String]] = []
    for (index, formula) in Self.formulas(in: pieces) {
      guard let definitions = formula.definitions else { continue }
      if groups[definitions] == nil { order.append(definitions) }
      groups[definitions, default: []].append((index, formula))
    }
    return order.enumerated().map { number, definitions in
      let formulas = groups[definitions] ?? []
      let page = FormulaPage(
        idPrefix: "\(idPrefix)title-\(number + 1)-",
        requests: definitions.map { FormulaRequest($0) }
          + formulas.map { FormulaRequest($0.formula.tex.text) }
      )
      return (formulas, page)
    }
  }

  var charts: [(index: Int, chart: PageChart)] {
    pieces.enumerated().compactMap { index, piece in
      if case .chart(let chart) = piece { (index, chart) } else { nil }
    }
  }

  /// The formulas, to be set together.
  var formulaPage: FormulaPage {
    FormulaPage(
      idPrefix: idPrefix,
      references: settings.references,
      macros: settings.formulaMacros,
      numberPrefix: settings.numberPrefix,
      requests: inOrder.map { _, formula in
        FormulaRequest(
          formula.tex.text,
          isDisplay: formula.style == .display,
          firstNumber: formula.firstNumber,
          tag: formula.tag
        )
      },
      subject: Subject(notebook.source.path, "formulas")
    )
  }

  /// Begins the identifiers within a chart, which has a number from 1.
  func idPrefix(ofChart number: Int) -> String { "\(idPrefix)chart-\(number)-" }

  /// What it is remembered under why a chart was drawn.
  func subject(ofChart number: Int) -> Subject { Subject(notebook.source.path, "chart \(number)") }
}
