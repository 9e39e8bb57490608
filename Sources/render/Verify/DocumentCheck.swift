import Foundation
import NotebookChecks
import NotebookExecution
import NotebookSyntax

/// One document's way: bytes → notebook → transcript → report.
struct DocumentCheck: Sendable {
  var runner: NotebookRunner

  /// What comes of checking the document at a path.
  func report(on path: String) async -> DocumentReport {
    let clock = ContinuousClock()
    let start = clock.now
    var report = DocumentReport(path: path)
    await check(&report)
    report.seconds = (clock.now - start) / .seconds(1)
    return report
  }

  private func check(_ report: inout DocumentReport) async {
    let path = report.path
    guard let data = FileManager.default.contents(atPath: path) else {
      report.diagnostics = [
        Diagnostic(.error, Self.unreadable, "the document cannot be read", path: path)
      ]
      return
    }
    let source = SourceText(path: path, bytes: Array(data))
    report.source = source
    await check(source, &report)
    if FileManager.default.contents(atPath: path) != data {
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
  private func check(_ source: SourceText, _ report: inout DocumentReport) async {
    // Labels may stand on other pages; that they do is for the rendering of pages to check.
    let notebook = NotebookParser.parse(source, isLabelledElsewhere: { _ in true })
    report.diagnostics += notebook.diagnostics
    guard !notebook.hasErrors else { return }
    let transcript = await runner.run(notebook)
    let check = PromiseCheck(notebook, transcript)
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
    for quoted in notebook.quotedNotebooks { await self.check(quoted, &report) }
  }

  /// The identifier of what is said about a document that cannot be read.
  static let unreadable = "cannot-read"
}
