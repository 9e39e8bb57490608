import Foundation
import NotebookChecks

/// Writes one JSON document, a ``JSONReport``.
struct JSONReporter: Reporter {
  var sink: ReportSink
  private var documents: [JSONReport.Document] = []

  init(sink: ReportSink) {
    self.sink = sink
  }

  mutating func documentFinished(_ report: DocumentReport) {
    documents.append(JSONReport.Document(report))
  }

  mutating func finished(_ summary: Summary) {
    let report = JSONReport(
      summary: JSONReport.Totals(summary),
      coverage: summary.coverage.map(JSONReport.Coverage.init),
      documents: documents
    )
    do {
      sink.writeOutput(try JSONReport.text(of: report) + "\n")
    } catch {
      sink.report("error: the report cannot be written as JSON: \(error)")
    }
  }
}
