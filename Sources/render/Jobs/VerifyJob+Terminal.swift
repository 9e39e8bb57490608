import NotebookChecks
import NotebookProject
import NotebookReports

extension VerifyJob {
  /// Lists what the comments of the documents are taken for.
  func explainComments(on terminal: Terminal) -> JobStatus {
    var text = CommentText()
    let status = explainComments { event in
      switch event {
      case .fault(let fault): terminal.report(fault.message)
      case .note(let note): terminal.tell(note)
      case .project(let diagnostic, let source): terminal.tell(diagnostic, in: source)
      case .report(let report):
        for diagnostic in report.diagnostics { terminal.tell(diagnostic, in: report.source) }
      case .accepted, .acceptable, .coverage, .withoutSandbox: break
      }
    } _: { comments in
      terminal.writeOutput(text.lines(comments).harmless)
    }
    terminal.writeOutput(text.summary.harmless)
    return status
  }

  /// Checks the documents, and tells what came of it.
  /// - Parameters:
  ///   - format: how it is told.
  ///   - goal: what is wanted of how much they use.
  func run(
    on terminal: Terminal,
    format: ReportFormat,
    goal: CoverageGoal = CoverageGoal()
  ) async -> JobStatus {
    let clock = ContinuousClock()
    let start = clock.now
    var job = self
    job.progress = terminal.progress
    let reports = acceptance == .patch ? terminal.withoutOutput : terminal
    let others = format.isDocument ? terminal.withoutOutput : terminal
    var reporter = format.reporter(to: reports.sink)
    var summary = Summary()
    var status = await job.run { event in
      switch event {
      case .fault(let fault): terminal.report(fault.message)
      case .note(let note): terminal.tell(note)
      case .project(let diagnostic, let source): terminal.tell(diagnostic, in: source)
      case .accepted(let document): others.say(document.text)
      case .acceptable(let document):
        let name = UnifiedPatch.name(of: document.path)
        let patch = UnifiedPatch(path: name, old: document.before, new: document.after)
        terminal.writeBytes(patch.bytes)
      case .withoutSandbox(let fault): terminal.tell(fault)
      case .report(let report):
        summary.add(report)
        reporter.documentFinished(report)
      case .coverage(let coverage): summary.coverage = coverage
      }
    }
    summary.seconds = (clock.now - start) / .seconds(1)
    if isStrict, terminal.log.warnings > 0 {
      summary.strictWarnings += terminal.log.warnings
      status = max(status, .failure)
    }
    reporter.finished(summary)
    return max(status, goal.status(of: summary.coverage, on: terminal))
  }
}
