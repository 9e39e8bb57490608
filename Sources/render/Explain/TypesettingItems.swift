import NotebookExecution
import NotebookPages
import NotebookSyntax
import ResultStore

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
        state: .kept,
        last: last
      )
      if let value = formula.missing.first {
        item.state = .open
        item.reasons = [Self.dependence(on: value, programs)]
      } else if case .toBeSet(let reason) = formula.outlook {
        item.state = .toBeMade
        item.reasons = text.text(reason)
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

  private static func dependence(on value: InlineValue, _ programs: [ProgramOutlook]) -> String {
    let program = programs.first { $0.pieces.contains { $0.id == value.id } }
    return program.map { "it depends on program \($0.number), which is to be run" }
      ?? "it depends on a value that is not known"
  }

  private static func excerpt(_ tex: String) -> String {
    let line = tex.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= 40 ? line : line.prefix(39) + "…"
  }
}
