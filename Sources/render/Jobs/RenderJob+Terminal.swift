import Documents
import Foundation
import NotebookPages
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
      case .outcome(let outcome): terminal.tell(outcome, &shared)
      case .typesettingFault(let fault):
        terminal.report("error: no formula and no chart can be set: \(fault)")
      case .missingAsset(let asset):
        terminal.warn(
          "\(asset.purpose) is not installed, so pages show the source instead; "
            + "run Scripts/setup, or set LECTERN_ASSETS to the folder that holds \(asset.files[0])"
        )
      }
    }
    // What kept the work from being begun is told as it is.
    guard ending.hasBegun else { return ending.status }
    let warnings = ending.strictWarnings + (isStrict ? terminal.log.warnings : 0)
    guard warnings > 0 else { return ending.status }
    let what = warnings == 1 ? "1 warning is a failure" : "\(warnings) warnings are failures"
    terminal.report("error: \(what), because strictness is asked for")
    return max(ending.status, .failure)
  }
}

extension Terminal {
  fileprivate func tell(_ outcome: NotebookOutcome, _ shared: inout SharedDiagnostics) {
    // What is wrong in a file that several notebooks share is said once.
    let path = outcome.sources.first?.path
    let new = outcome.diagnostics.filter { shared.isNew($0, with: path) }
    for diagnostic in new.limited {
      let source = outcome.sources.first { $0.path == diagnostic.path }
      if let finding = outcome.findings[diagnostic] {
        report(FindingText(hasColor: hasColor).text(finding, in: source))
      } else {
        report(DiagnosticText(hasColor: hasColor).text(diagnostic, in: source))
      }
    }
    if let page = outcome.page {
      let seconds = String(format: "%.2f", outcome.seconds)
      say("\(outcome.path) → \(page) (\(seconds) s)")
    } else if outcome.status == .failure, FileManager.default.fileExists(atPath: outcome.pagePath) {
      report("\(outcome.path): note: \(outcome.pagePath) is as it was")
    }
  }
}

extension Page.Asset {
  /// What a reader of messages calls it, and what it is for.
  fileprivate var purpose: String {
    switch self {
    case .mathJax: "MathJax, which sets formulas,"
    case .vega: "Vega-Lite, which draws charts,"
    }
  }
}
