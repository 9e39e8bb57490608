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

  var formulas: [(index: Int, formula: PageFormula)] {
    pieces.enumerated().compactMap { index, piece in
      if case .formula(let formula) = piece { (index, formula) } else { nil }
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
      requests: formulas.map { _, formula in
        FormulaRequest(
          formula.tex.text,
          isDisplay: formula.style == .display,
          firstNumber: formula.firstNumber
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
