import Foundation
import NotebookChecks

/// Writes one JSON document, a ``JSONReport``.
struct JSONReporter: Reporter {
  var terminal: Terminal
  private var documents: [JSONReport.Document] = []

  init(terminal: Terminal) {
    self.terminal = terminal
  }

  mutating func documentFinished(_ report: DocumentReport) {
    documents.append(JSONReport.Document(report))
  }

  mutating func finished(_ summary: Summary) {
    let report = JSONReport(summary: JSONReport.Totals(summary), documents: documents)
    do {
      let data = try JSONReport.encoder.encode(report)
      terminal.writeOutput(String(decoding: data, as: UTF8.self) + "\n")
    } catch {
      terminal.report("error: the report cannot be written as JSON: \(error)")
    }
  }
}
