import Documents
import NotebookExecution
import NotebookPages
import NotebookSyntax
import ResultStore
import Typesetting

/// A page's formulas and charts, as they are explained.
struct TypesettingItems {
  private(set) var items: [Explanation.Item] = []

  init(_ page: PageOutlook, _ programs: [ProgramOutlook], in source: SourceText) {
    let text = ReasonText()
    let last = page.lastFormulas?.told(by: text)
    for formula in page.formulas {
      var item = Explanation.Item(
        kind: .formula,
        name: "formula \(Self.excerpt(formula.tex))",
        line: formula.start.map { source.position(at: $0).line },
        state: .kept
      )
      switch formula.outlook {
      case .kept: item.last = last
      case .toBeSet(let reason):
        if let program = Self.program(decidingOn: formula, reason, programs) {
          item.state = .open
          item.reasons = ["it depends on program \(program.number), which is to be run"]
        } else {
          item.state = .toBeMade
          item.reasons = text.text(reason)
        }
      }
      items.append(item)
    }
    for (index, chart) in page.charts.enumerated() {
      var item = Explanation.Item(
        kind: .chart,
        name: "chart \(index + 1)",
        line: source.position(at: chart.start).line,
        state: .kept,
        last: chart.last?.told(by: text)
      )
      if case .toBeMade(let reason) = chart.outlook {
        item.state = .toBeMade
        item.reasons = text.text(now: reason)
      }
      items.append(item)
    }
  }

  /// The program that must run before it is known whether a formula is to be set.
  private static func program(
    decidingOn formula: PageOutlook.Formula,
    _ reason: FormulaOutlook.Reason,
    _ programs: [ProgramOutlook]
  ) -> ProgramOutlook? {
    if reason == .making(.isAskedFor) { return nil }
    let ids = Set(formula.missing.map(\.id))
    return programs.first { program in
      // What hangs on all formulas of the page hangs on those that cells show.
      !program.outlook.isKept && program.trial == nil
        && (reason == .page || program.pieces.contains { ids.contains($0.id) })
    }
  }

  private static func excerpt(_ tex: String) -> String {
    let line = tex.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= 40 ? line : line.prefix(39) + "…"
  }
}
