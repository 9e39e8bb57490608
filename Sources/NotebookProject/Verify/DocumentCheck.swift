import Documents
import Foundation
import NotebookChecks
import NotebookExecution
import NotebookSyntax
import Timing

/// One document's way: bytes → notebook → transcript → report.
struct DocumentCheck: Sendable {
  var runner: NotebookRunner
  /// Whether each warning is a failure, whatever a document says.
  var isStrict = false
  /// The documents that were named themselves, and not found in a folder.
  var namedPaths: Set<String> = []
  /// Is told what is being done.
  var progress: any ProgressObserver = NoProgress()

  /// What comes of checking the document at a path.
  func report(on path: String) async -> DocumentReport {
    let clock = ContinuousClock()
    let start = clock.now
    var report = DocumentReport(path: path, isStrict: isStrict)
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
    if report.isEmpty, namedPaths.contains(path) {
      report.diagnostics.append(Self.emptiness(of: source, at: path))
    }
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
    if notebook.frontMatter.isStrict == true { report.isStrict = true }
    if !notebook.pieces.isEmpty || !notebook.outputs.isEmpty { report.isEmpty = false }
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

  /// What is said of a document that was named and holds nothing to be checked.
  private static func emptiness(of source: SourceText, at path: String) -> Diagnostic {
    guard MarkdownFiles.isMarkdown(path) else {
      return Diagnostic(
        .warning,
        "nothing-checked",
        "nothing was checked here: this is read as Markdown, and there is no Swift cell in it",
        help: "the name of a Markdown document ends in .md",
        path: path
      )
    }
    let fences = NotebookParser.parse(source, isLabelledElsewhere: { _ in true }).blocks.codeBlocks
    guard let first = fences.first else {
      return Diagnostic(
        .warning,
        "nothing-checked",
        "nothing was checked here: there is no Swift cell in this document",
        help: "a cell is a fence that begins with ```swift",
        path: path
      )
    }
    let count =
      fences.count == 1 ? "its one block of code is" : "its \(fences.count) blocks of code are"
    return Diagnostic(
      .warning,
      "nothing-checked",
      "nothing was checked here: \(count) no Swift cell",
      help: "a cell is a fence that begins with ```swift",
      in: source,
      at: first.lowerBound..<source.lineRange(source.position(at: first.lowerBound).line).upperBound
    )
  }

  /// The identifier of what is said about a document that cannot be read.
  static let unreadable = "cannot-read"
}

extension [Block] {
  /// The places of the blocks of code, those inside lists and quotes among them.
  fileprivate var codeBlocks: [SourceRange] {
    flatMap { block -> [SourceRange] in
      switch block.content {
      case .code: [block.range]
      case .quote(let blocks): blocks.codeBlocks
      case .callout(let callout): callout.blocks.codeBlocks
      case .list(let list): list.items.flatMap(\.blocks.codeBlocks)
      default: []
      }
    }
  }
}
