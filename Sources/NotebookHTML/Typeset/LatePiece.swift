import Documents
import NotebookLayout
import NotebookSyntax

/// A formula or a chart of a page: it is noted while the page is written, and set with all others when
/// the whole page is known.
enum LatePiece: Sendable {
  case formula(PageFormula)
  case chart(PageChart)
}

/// A formula where it stands on a page.
struct PageFormula: Sendable {
  var shown: ShownFormula
  /// The element that holds it, `div` or `span`.
  var element: StaticString
  /// The number of its first row, where MathJax numbers its rows.
  var firstNumber: Int?
  /// The number that the page gives it.
  var tag: String?
  /// The TeX by which another page defines what the formula uses; `nil` for one of the page's own.
  var definitions: [String]?

  var tex: ComposedTeX { shown.tex }
  var style: Formula.Style { shown.style }
}

/// A chart where it stands on a page.
struct PageChart: Sendable {
  /// Vega-Lite's JSON.
  var specification: String
  /// The chart in words.
  var plain: String
  /// Where the cell that shows it stands in the notebook.
  var cell: SourceRange
}
