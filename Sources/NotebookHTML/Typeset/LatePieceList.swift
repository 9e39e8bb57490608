import NotebookLayout
import NotebookSyntax

/// The formulas and charts that were written so far, in order, to be set when the whole page is known.
struct LatePieceList {
  private(set) var pieces: [LatePiece] = []
  /// The numbers and labels that the next display formula has; `nil` where it has none.
  var nextEquation: EquationNumbers.Equation? { equations[displayCount] }

  private let equations: EquationNumbers
  private var displayCount = 0
  /// Where the last formula stands in the notebook.
  private var lastPlace = 0

  /// - Parameter equations: the numbers of the page's display formulas.
  init(_ equations: EquationNumbers) { self.equations = equations }

  /// Adds a chart.
  /// - Returns: what stands for it until it is drawn.
  mutating func add(_ chart: PageChart) -> HTMLNode { add(.chart(chart)) }

  /// Adds a formula, which takes its number if it is a display formula.
  ///
  /// - Parameters:
  ///   - element: what holds it, `div` or `span`.
  ///   - definitions: what another page defines, where it stands in that page's words.
  /// - Returns: what stands for it until it is set.
  mutating func add(
    _ tex: ComposedTeX,
    _ style: Formula.Style,
    in element: StaticString,
    label: String?,
    definitions: [String]?
  ) -> HTMLNode {
    let place = tex.start ?? lastPlace
    var formula = PageFormula(
      shown: ShownFormula(tex: tex, style: style, place: place, label: label),
      element: element,
      definitions: definitions
    )
    // What stands on another page has no place and no number here.
    if definitions == nil {
      lastPlace = place
      if style == .display {
        formula.firstNumber = nextEquation?.firstRow
        formula.tag = nextEquation?.number
        displayCount += 1
      }
    }
    return add(.formula(formula))
  }

  private mutating func add(_ piece: LatePiece) -> HTMLNode {
    pieces.append(piece)
    return .later(pieces.count - 1)
  }
}
