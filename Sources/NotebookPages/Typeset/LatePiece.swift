import Documents
import NotebookSyntax

/// A formula or a chart of a page: it is noted while the page is written, and set with all others when
/// the whole page is known.
enum LatePiece: Sendable {
  case formula(PageFormula)
  case chart(PageChart)
}

/// A formula where it stands on a page.
struct PageFormula: Sendable {
  var tex: ComposedTeX
  var style: Formula.Style
  /// The element that holds it, `div` or `span`.
  var element: StaticString
  /// Where it stands in the notebook: what is defined before that holds in it, wherever on the page it
  /// is shown.
  var place: Int
  /// The label behind it.
  var label: String?
  /// The number of its first row, where MathJax numbers its rows.
  var firstNumber: Int?
  /// The number that the page gives it.
  var tag: String?
  /// The TeX by which another page defines what the formula uses; `nil` for one of the page's own.
  var definitions: [String]?

  /// Whether something may refer to a number of it.
  var hasLabel: Bool {
    label != nil || tex.text.contains(#"\label"#) || tex.text.contains(#"ref{"#)
  }
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
