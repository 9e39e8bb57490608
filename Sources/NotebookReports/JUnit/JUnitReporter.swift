import NotebookChecks

/// Writes one document of test results, as Jenkins, GitLab and others read them.
struct JUnitReporter: Reporter {
  var sink: ReportSink
  private var suites: [JUnitSuite] = []

  init(sink: ReportSink) {
    self.sink = sink
  }

  mutating func documentFinished(_ report: DocumentReport) {
    suites.append(JUnitSuite(report))
  }

  mutating func finished(_ summary: Summary) {
    sink.writeOutput(XMLText(tree(summary)).text)
    // The format has no place for it.
    if let coverage = summary.coverage, !sink.isQuiet { sink.report(CoverageText(coverage).text) }
  }

  private func tree(_ summary: Summary) -> XMLTree {
    .element(
      "testsuites",
      [
        "name": "render verify",
        "tests": "\(suites.reduce(0) { $0 + $1.cases.count })",
        "failures": "\(suites.reduce(0) { $0 + $1.count(.failure) })",
        "errors": "\(suites.reduce(0) { $0 + $1.count(.error) })",
        "time": junitTime(summary.seconds),
      ],
      suites.map(\.tree)
    )
  }
}
