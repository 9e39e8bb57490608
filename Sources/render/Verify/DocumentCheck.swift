import Foundation
import NotebookChecks
import NotebookExecution
import NotebookSyntax
import Timing

/// One document's way: bytes → notebook → transcript → report.
struct DocumentCheck: Sendable {
  var runner: NotebookRunner
  /// Shows what is being done.
  var progress = ProgressBoard.silent

  /// What comes of checking the document at a path.
  func report(on path: String) async -> DocumentReport {
    let clock = ContinuousClock()
    let start = clock.now
    var report = DocumentReport(path: path)
    await progress.following(path) { line in
      await measured(.notebook, of: path, on: .notebooks) { await check(&report, line) }
    }
    report.seconds = (clock.now - start) / .seconds(1)
    return report
  }

  private func check(_ report: inout DocumentReport, _ progress: ProgressLine) async {
    let path = report.path
    guard let data = measured(.reading, { FileManager.default.contents(atPath: path) }) else {
      report.diagnostics = [
        Diagnostic(.error, Self.unreadable, "the document cannot be read", path: path)
      ]
      return
    }
    let source = SourceText(path: path, bytes: Array(data))
    report.source = source
    await check(source, &report, progress)
    if measured(.reading, { FileManager.default.contents(atPath: path) }) != data {
      report.diagnostics.append(
        Diagnostic(
          .warning,
          "document-changed",
          "the document changed while it was checked, and this is about what it was before",
          help: "check it again",
          path: path
        )
      )
    }
  }

  /// Checks a document, and the notebooks that it quotes.
  private func check(
    _ source: SourceText,
    _ report: inout DocumentReport,
    _ progress: ProgressLine
  ) async {
    // Labels may stand on other pages; that they do is for the rendering of pages to check.
    let notebook = measured(.parsing) {
      NotebookParser.parse(source, isLabelledElsewhere: { _ in true })
    }
    report.diagnostics += notebook.diagnostics
    guard notebook.canRun else { return }
    progress.tell(.preparing)
    let transcript = await runner.run(notebook, progress: progress.following(notebook))
    progress.tell(.checking)
    let check = measured(.promises) { PromiseCheck(notebook, transcript) }
    report.promises += check.promises
    report.unchecked.formUnion(check.unchecked)
    report.findings += check.findings
    report.diagnostics += check.diagnostics
    report.cellsRun += notebook.pieces.count { piece in
      guard case .cell(let cell) = piece, let record = transcript.records[cell.id] else {
        return false
      }
      return record.status == .ran || record.status == .failed && record.seconds > 0
    }
    for quoted in notebook.quotedNotebooks { await self.check(quoted, &report, progress) }
  }

  /// The identifier of what is said about a document that cannot be read.
  static let unreadable = "cannot-read"
}
