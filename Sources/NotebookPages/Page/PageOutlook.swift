import NotebookLayout
import NotebookSyntax
import ResultStore
import Typesetting

/// What setting the formulas and charts of a page now would do.
public struct PageOutlook: Sendable {
  /// A formula of the page.
  public struct Formula: Sendable {
    /// Its TeX as its author wrote it, or as a cell shows it.
    public let tex: String
    /// Where it begins; `nil` for one of the page's own.
    public let start: Int?
    /// The values in it that are not known before a program has run.
    public let missing: [InlineValue]
    /// Whether it would be taken as it is kept.
    public let outlook: FormulaOutlook
  }

  /// A chart of the page.
  public struct Chart: Sendable {
    /// Where the cell that shows it begins.
    public let start: Int
    /// Whether it would be taken as it is kept.
    public let outlook: Outlook
    /// How it was last drawn.
    public let last: Making?
  }

  /// In the order of the page.
  public private(set) var formulas: [Formula] = []
  /// Why the formulas are not taken together as they are kept, if they are not.
  public private(set) var formulasOutlook = Outlook.kept
  /// How the formulas were last set.
  public private(set) var lastFormulas: Making?
  /// In the order of the page; those of programs that are not kept are not among them.
  public private(set) var charts: [Chart] = []

  init(_ late: LatePieces, by typesetter: Typesetter) {
    if !late.formulas.isEmpty, let outlook = typesetter.outlook(on: late.formulaPage) {
      formulasOutlook = outlook.outlook
      lastFormulas = outlook.last
      formulas = zip(late.inOrder, outlook.formulas).map { piece, outlook in
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
      guard let (outlook, last) = outlook else { continue }
      charts.append(Chart(start: chart.cell.lowerBound, outlook: outlook, last: last))
    }
  }
}
