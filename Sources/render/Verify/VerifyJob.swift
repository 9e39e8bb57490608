import Foundation
import NotebookChecks
import NotebookExecution
import NotebookReports
import NotebookSyntax

/// Everything that one call of `render verify` does:
///
/// 1. Paths become documents (`MarkdownFiles`).
/// 2. Each document becomes a report, several side by side (`DocumentCheck`).
/// 3. In the order of the documents, broken promises are accepted where that is wanted
///    (`AcceptedDocument`), and reports are told and give the exit status.
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
  /// Whether each warning is a failure, whatever the documents say.
  var isStrict = false
  var terminal: Terminal

  func run() async -> ExitStatus {
    let clock = ContinuousClock()
    let start = clock.now
    let found = MarkdownFiles.find(paths)
    let documents = shard?.part(of: found.files) ?? found.files
    for fault in found.faults { terminal.report(fault.message) }
    terminal.tell(found.notes)
    var status = found.faults.map(\.status).max() ?? .success
    var reporter = format.reporter(
      to: (acceptance == .patch ? terminal.withoutOutput : terminal).sink
    )
    var summary = Summary()
    let check = DocumentCheck(
      runner: NotebookRunner(options: runOptions),
      isStrict: isStrict,
      namedPaths: Set(paths),
      progress: terminal.progress
    )
    terminal.progress.expect("verifying", documents.count, lines: runOptions.width)
    // While the processes of some run, others are read.
    await InOrder.run(documents, atMost: 2 * runOptions.width, { await check.report(on: $0) }) {
      _,
      report in
      var report = report
      if let document = AcceptedDocument(report) {
        status = max(status, accept(document, in: &report))
      }
      status = max(status, Self.status(of: report))
      summary.add(report)
      reporter.documentFinished(report)
    }
    summary.seconds = (clock.now - start) / .seconds(1)
    if isStrict, terminal.log.warnings > 0 {
      summary.strictWarnings += terminal.log.warnings
      status = max(status, .failure)
    }
    reporter.finished(summary)
    return status
  }

  private static func status(of report: DocumentReport) -> ExitStatus {
    if report.diagnostics.contains(where: { $0.identifier == DocumentCheck.unreadable }) {
      return .inputOutput
    }
    return report.hasFailed ? .failure : .success
  }

  /// Brings a document up to date where that is wanted; its promises are then kept.
  private func accept(
    _ document: AcceptedDocument,
    in report: inout DocumentReport
  ) -> ExitStatus {
    guard acceptance != .none else { return .success }
    refuse(document.refused, in: &report)
    guard !document.lines.isEmpty else { return .success }
    switch acceptance {
    case .none: break
    case .patch:
      let name = UnifiedPatch.name(of: document.path)
      let patch = UnifiedPatch(path: name, old: document.before, new: document.after)
      terminal.writeBytes(patch.bytes)
    case .write:
      do throws(AcceptedDocument.Fault) {
        try document.check()
        try document.write()
      } catch {
        report.diagnostics.append(error.diagnostic(about: document.path))
        return .inputOutput
      }
      let lines = document.lines.map(String.init).joined(separator: ", ")
      let noun = document.lines.count == 1 ? "promise at line" : "promises at lines"
      terminal.say("\(document.path): accepted the \(noun) \(lines)")
    }
    report.findings.removeAll { $0.edit != nil }
    return .success
  }

  /// Says of broken promises that they cannot be written where they stand.
  private func refuse(_ refused: [Finding], in report: inout DocumentReport) {
    let refused = Set(refused.map(\.promise))
    for index in report.findings.indices where refused.contains(report.findings[index].promise) {
      report.findings[index].edit = nil
      report.findings[index].diagnostic.help =
        "writing what comes would change more than this promise, so it is left to you"
    }
  }
}
