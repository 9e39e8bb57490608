import NotebookChecks

/// Tells people: what is wrong as soon as a document is finished, and a line that sums up.
struct TextReporter: Reporter {
  var sink: ReportSink
  private var shared = SharedDiagnostics()

  init(sink: ReportSink) {
    self.sink = sink
  }

  mutating func documentFinished(_ report: DocumentReport) {
    for entry in shared.newEntries(of: report) {
      sink.report(entry.text(in: report, hasColor: sink.hasColor))
    }
  }

  mutating func finished(_ summary: Summary) {
    sink.say(summary.text)
    if let coverage = summary.coverage { sink.say(CoverageText(coverage).text) }
  }
}

extension ReportEntry {
  /// The entry as people read it.
  func text(in report: DocumentReport, hasColor: Bool) -> String {
    switch self {
    case .finding(let finding): FindingText(hasColor: hasColor).text(finding, in: report.source)
    case .diagnostic(let diagnostic):
      DiagnosticText(hasColor: hasColor).text(diagnostic, in: report.source)
    }
  }
}
