import Documents
import NotebookChecks
import NotebookPreview
import NotebookProject
import NotebookReports

extension RenderJob {
  /// Makes the pages, and tells what came of them.
  /// - Parameter format: how it is told.
  func run(on terminal: Terminal, format: ReportFormat = .text) async -> JobStatus {
    var job = self
    job.progress = terminal.progress
    job.tellsPromises = format != .text
    var shared = SharedDiagnostics()
    var checks = format == .text ? nil : PageChecks()
    let ending = await job.run { event in
      switch event {
      case .fault(let fault): terminal.report(fault.message)
      case .note(let note): terminal.tell(note)
      case .project(let diagnostic, let source): terminal.tell(diagnostic, in: source)
      case .outcome(let outcome):
        checks?.add(outcome.report)
        if checks == nil {
          terminal.tell(outcome, &shared)
        } else if let text = outcome.earlierPageText {
          terminal.report(text)
        }
      case .typesettingFault(let fault): terminal.report(fault.text)
      case .missingAsset(let asset): terminal.warn(asset.missingText)
      case .withoutSandbox(let fault): terminal.tell(fault)
      }
    }
    checks?.tell(format.reporter(to: terminal.sink))
    // What kept the work from being begun is told as it is.
    guard ending.hasBegun else { return ending.status }
    let others = isStrict ? terminal.log.warnings : 0
    guard let text = ending.strictText(others: others) else { return ending.status }
    terminal.report(text)
    return max(ending.status, .failure)
  }
}

/// What came of notebooks that are made into pages, for reports in which each is told of once, in however many forms
/// it is made.
private struct PageChecks {
  private var reports: [DocumentReport] = []
  private var places: [String: Int] = [:]
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant

  init() { start = clock.now }

  mutating func add(_ report: DocumentReport) {
    guard let place = places[report.path] else {
      places[report.path] = reports.count
      reports.append(report)
      return
    }
    // Another form adds what only it has to say.
    reports[place].diagnostics += report.diagnostics
    reports[place].seconds += report.seconds
  }

  func tell(_ reporter: any Reporter) {
    var reporter = reporter
    var summary = Summary()
    for report in reports {
      summary.add(report)
      reporter.documentFinished(report)
    }
    summary.seconds = (clock.now - start) / .seconds(1)
    reporter.finished(summary)
  }
}

extension Terminal {
  /// Says what came of a notebook.
  func tell(_ outcome: NotebookOutcome, _ shared: inout SharedDiagnostics) {
    // What is wrong in a file that several notebooks share is said once.
    let path = outcome.sources.first?.path
    let new = outcome.diagnostics.filter { shared.isNew($0, with: path) }
    for diagnostic in new.limited {
      report(outcome.text(of: diagnostic, hasColor: hasColor))
    }
    if let text = outcome.pageText { say(text) }
    if let text = outcome.earlierPageText { report(text) }
  }
}
