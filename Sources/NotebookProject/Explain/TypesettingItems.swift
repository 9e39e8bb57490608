import Documents
import NotebookExecution
import NotebookHTML
import NotebookSyntax
import ResultStore
import Typesetting

/// A page's formulas and charts, as they are explained.
struct TypesettingItems {
  private(set) var items: [Explanation.Item] = []

  init(_ pieces: KnownPieces, _ programs: [KnownRun.Program], in source: SourceText) {
    let text = ReasonText()
    for formula in pieces.formulas {
      var item = Explanation.Item(
        kind: .formula,
        name: "formula \(Self.excerpt(formula.tex))",
        line: formula.start.map { source.position(at: $0).line },
        state: .kept
      )
      if let reason = formula.outlook.reason {
        if let program = Self.program(decidingOn: formula, reason, programs) {
          item.state = .open
          item.reasons = ["it depends on program \(program.number), which is to be run"]
        } else {
          item.state = .toBeMade
          item.reasons = text.text(now: reason)
        }
      } else {
        item.last = formula.outlook.last?.told(by: text)
      }
      items.append(item)
    }
    for (index, chart) in pieces.charts.enumerated() {
      var item = Explanation.Item(
        kind: .chart,
        name: "chart \(index + 1)",
        line: source.position(at: chart.start).line,
        state: .kept,
        last: chart.outlook.last?.told(by: text)
      )
      if let reason = chart.outlook.reason {
        item.state = .toBeMade
        item.reasons = text.text(now: reason)
      }
      items.append(item)
    }
  }

  /// The program that must run before it is known whether a formula is to be set.
  private static func program(
    decidingOn formula: KnownPieces.Formula,
    _ reason: Making.Reason,
    _ programs: [KnownRun.Program]
  ) -> KnownRun.Program? {
    if reason == .isAskedFor { return nil }
    let ids = Set(formula.missing.map(\.id))
    let hangsOnOthers: Bool
    if case .changes(let changes) = reason {
      hangsOnOthers = changes.contains { $0.name == .otherFormulas }
    } else {
      hangsOnOthers = false
    }
    return programs.first { program in
      // What hangs on all formulas of the page hangs on those that cells show.
      !program.outlook.isKept && program.trial == nil
        && (hangsOnOthers || program.pieces.contains { ids.contains($0.id) })
    }
  }

  private static func excerpt(_ tex: String) -> String {
    let line = tex.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= 40 ? line : line.prefix(39) + "…"
  }
}
