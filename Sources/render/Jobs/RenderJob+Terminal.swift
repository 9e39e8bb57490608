import Documents
import NotebookPreview
import NotebookProject
import NotebookReports

extension RenderJob {
  /// Makes the pages, and tells what came of them.
  func run(on terminal: Terminal) async -> JobStatus {
    var job = self
    job.progress = terminal.progress
    var shared = SharedDiagnostics()
    let ending = await job.run { event in
      switch event {
      case .fault(let fault): terminal.report(fault.message)
      case .note(let note): terminal.tell(note)
      case .project(let diagnostic, let source): terminal.tell(diagnostic, in: source)
      case .outcome(let outcome): terminal.tell(outcome, &shared)
      case .typesettingFault(let fault): terminal.report(fault.text)
      case .missingAsset(let asset): terminal.warn(asset.missingText)
      }
    }
    // What kept the work from being begun is told as it is.
    guard ending.hasBegun else { return ending.status }
    let others = isStrict ? terminal.log.warnings : 0
    guard let text = ending.strictText(others: others) else { return ending.status }
    terminal.report(text)
    return max(ending.status, .failure)
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
