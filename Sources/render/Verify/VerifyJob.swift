import Foundation
import NotebookChecks
import NotebookExecution
import NotebookSyntax

/// Everything that one call of `render verify` does:
///
/// 1. Paths become documents (`MarkdownFiles`).
/// 2. Each document becomes a report, several side by side (`DocumentCheck`).
/// 3. Where that is wanted, broken promises are accepted (`AcceptedDocument`).
/// 4. Reports are told in the order of the documents, and give the exit status.
struct VerifyJob: Sendable {
  /// What is done with promises that are broken.
  enum Acceptance: Sendable {
    /// They are told.
    case none
    /// They are brought up to date.
    case write
    /// What would be written is printed as a patch.
    case patch
  }

  var paths: [String]
  /// The part of the documents that is checked; `nil` for all.
  var shard: Shard?
  var acceptance = Acceptance.none
  var format = ReportFormat.text
  var runOptions = RunOptions()
  /// How many documents are checked at once; `nil` for one a core.
  var jobs: Int?
  var terminal: Terminal

  func run() async -> ExitStatus {
    let clock = ContinuousClock()
    let start = clock.now
    let (all, faults) = MarkdownFiles.find(paths)
    let documents = shard?.part(of: all) ?? all
    for fault in faults { terminal.report(fault.message) }
    var status = faults.map(\.status).max() ?? .success
    var reporter = format.reporter(on: acceptance == .patch ? terminal.withoutOutput : terminal)
    var summary = Summary()
    var accepted: [AcceptedDocument] = []
    let check = DocumentCheck(
      runner: NotebookRunner(options: runOptions),
      progress: terminal.progress
    )
    terminal.progress.expect("verifying", documents.count, lines: cores)
    // While the processes of some run, others are read.
    await InOrder.run(documents, atMost: 2 * cores, { await check.report(on: $0) }) { _, report in
      var report = report
      if acceptance != .none, let document = AcceptedDocument(report) {
        accepted.append(document)
        report.findings.removeAll { $0.edit != nil }
      }
      status = max(status, Self.status(of: report))
      summary.add(report)
      reporter.documentFinished(report)
    }
    guard !Task.isCancelled else { return status }
    status = max(status, accept(accepted))
    summary.seconds = (clock.now - start) / .seconds(1)
    reporter.finished(summary)
    return status
  }

  /// How many documents are checked at once.
  private var cores: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  private static func status(of report: DocumentReport) -> ExitStatus {
    if report.diagnostics.contains(where: { $0.identifier == DocumentCheck.unreadable }) {
      return .inputOutput
    }
    return report.hasFailed ? .failure : .success
  }

  private func accept(_ documents: [AcceptedDocument]) -> ExitStatus {
    if acceptance == .patch {
      for document in documents {
        let name = UnifiedPatch.name(of: document.path)
        let patch = UnifiedPatch(path: name, old: document.before, new: document.after)
        terminal.writeBytes(patch.bytes)
      }
      return .success
    }
    var status = ExitStatus.success
    for document in documents {
      do throws(AcceptedDocument.Fault) {
        try document.check()
        try document.write()
        let lines = document.lines.map(String.init).joined(separator: ", ")
        let noun = document.lines.count == 1 ? "promise at line" : "promises at lines"
        terminal.say("\(document.path): accepted the \(noun) \(lines)")
      } catch {
        status = .inputOutput
        let diagnostic = Diagnostic(
          .error,
          error.identifier,
          error.message,
          help: error.help,
          path: document.path
        )
        terminal.report(DiagnosticText(hasColor: terminal.hasColor).text(diagnostic, in: nil))
      }
    }
    return status
  }
}
