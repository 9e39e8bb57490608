import NotebookLayout
import NotebookSyntax
import ResultStore
import Typesetting

/// What is known of the formulas and charts of a page without setting them.
public struct KnownPieces: Sendable {
  /// A formula of the page.
  public struct Formula: Sendable {
    /// Its TeX as its author wrote it, or as a cell shows it.
    public let tex: String
    /// Where it begins; `nil` for one of the page's own.
    public let start: Int?
    /// The values in it that are not known before a program has run.
    public let missing: [InlineValue]
    /// What would be done about it.
    public let outlook: Outlook
  }

  /// A chart of the page.
  public struct Chart: Sendable {
    /// Where the cell that shows it begins.
    public let start: Int
    /// What would be done about it.
    public let outlook: Outlook
  }

  /// In the order of the page.
  public private(set) var formulas: [Formula] = []
  /// In the order of the page; those of programs that are not kept are not among them.
  public private(set) var charts: [Chart] = []

  init(_ late: LatePieces, by typesetter: Typesetter) {
    if !late.formulas.isEmpty, let outlooks = typesetter.outlooks(on: late.formulaPage) {
      formulas = zip(late.inOrder, outlooks).map { piece, outlook in
        let tex = piece.formula.tex
        return Formula(
          tex: tex.written ?? tex.text,
          start: tex.start,
          missing: tex.missing,
          outlook: outlook
        )
      }
    }
    for (place, (_, chart)) in late.charts.enumerated() {
      let outlook = typesetter.outlook(
        onChart: chart.specification,
        idPrefix: late.idPrefix(ofChart: place + 1),
        subject: late.subject(ofChart: place + 1)
      )
      guard let outlook else { continue }
      charts.append(Chart(start: chart.cell.lowerBound, outlook: outlook))
    }
  }
}
