import NotebookChecks

@testable import NotebookReports

/// What a reporter wrote.
struct Recording {
  var output = ""
  var errors = ""

  /// - Parameters:
  ///   - format: how it is told.
  ///   - reports: what came of each document.
  ///   - hasColor: whether it is coloured.
  ///   - isQuiet: whether only errors are wanted.
  init(
    _ format: ReportFormat,
    _ reports: [DocumentReport],
    hasColor: Bool = false,
    isQuiet: Bool = false
  ) {
    let sink = Sink()
    var reporter = format.reporter(to: sink.reports(hasColor: hasColor, isQuiet: isQuiet))
    sink.tell(reports, by: &reporter)
    (output, errors) = sink.written
  }
}

extension Sink {
  func tell(_ reports: [DocumentReport], by reporter: inout any Reporter) {
    var summary = Summary(seconds: 1.84)
    for report in reports {
      reporter.documentFinished(report)
      summary.add(report)
    }
    reporter.finished(summary)
  }
}
