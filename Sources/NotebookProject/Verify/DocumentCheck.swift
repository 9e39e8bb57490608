import Documents
import Files
import Foundation
import NotebookChecks
import NotebookExecution
import NotebookSyntax
import ResultStore
import Timing
import Typesetting

/// Checks one document after the other: each goes from `ReadDocument` to `CheckedDocument`, and so do
/// the notebooks that it quotes.
struct DocumentCheck: Sendable {
  var runner: NotebookRunner
  /// Reads formulas that are said to hold; it starts when the first of them needs it.
  let typesetter: Typesetter
  /// Where what is known of formulas is kept; `nil` for nowhere.
  let store: StoreUse?
  /// How the documents are read.
  var files: FileView
  /// What they hold.
  let reading: DocumentReading
  /// Finds the project files that they are under.
  let projects: ProjectFinder
  /// Whether each warning is a failure, whatever a document says.
  var isStrict = false
  /// Whether it is wanted which symbols of libraries its verified cells use.
  var listsSymbols = false
  /// The documents that were named themselves, and not found in a folder.
  var namedPaths: Set<String> = []

  /// What comes of checking the document at a path, whose line then ends.
  func report(on path: String, telling line: ProgressLine) async -> DocumentReport {
    defer { line.end() }
    let clock = ContinuousClock()
    let start = clock.now
    var report = await measured(.notebook, of: path, on: .notebooks) { await check(path, line) }
    report.seconds = (clock.now - start) / .seconds(1)
    return report
  }

  private func check(_ path: String, _ progress: ProgressLine) async -> DocumentReport {
    let project = projects.project(ofFile: path)
    guard let (source, variants) = ReadDocument.all(at: path, in: files, under: project) else {
      let fault = Diagnostic(.error, .cannotRead, "the document cannot be read", path: path)
      return DocumentReport(path: path, diagnostics: [fault], isStrict: isStrict)
    }
    var checked: [CheckedDocument] = []
    for variant in variants { checked += await self.checked(variant, progress) }
    var report = DocumentReport(on: checked, of: source, isStrict: isStrict)
    if listsSymbols { await listSymbols(of: checked, in: &report) }
    if report.isEmpty, namedPaths.contains(path) {
      report.diagnostics.append(Self.emptiness(of: source, at: path))
    }
    if files.source(at: path)?.bytes != source.bytes {
      report.diagnostics.append(
        Diagnostic(
          .warning,
          .documentChanged,
          "the document changed while it was checked, and this is about what it was before",
          help: "check it again",
          path: path
        )
      )
    }
    return report
  }

  /// Adds the symbols that verified cells use.
  private func listSymbols(
    of checked: [CheckedDocument],
    in report: inout DocumentReport
  ) async {
    for document in checked {
      let cells = document.cells.filter { $0.isVerified && $0.isCompiled }.map(\.id)
      guard !cells.isEmpty else { continue }
      do throws(SymbolFault) {
        report.symbolsUsed.formUnion(
          try await runner.symbolsUsed(
            in: document.notebook,
            by: Set(cells),
            access: document.run.access
          )
        )
      } catch {
        for diagnostic in error.diagnostics where !report.diagnostics.contains(diagnostic) {
          report.diagnostics.append(diagnostic)
        }
      }
    }
  }

  /// A document, and after it the notebooks that it quotes.
  private func checked(
    _ document: ReadDocument,
    _ progress: ProgressLine
  ) async -> [CheckedDocument] {
    var all: [CheckedDocument] = []
    for parsed in reading.documents(in: document) {
      all += await checked(parsed, document.project, progress)
    }
    return all
  }

  /// - Parameter project: the project file that it is under, and with it the notebooks that it quotes.
  private func checked(
    _ parsed: ParsedDocument,
    _ project: ProjectFile?,
    _ progress: ProgressLine
  ) async -> [CheckedDocument] {
    let checker = FormulaChecker(typesetter: typesetter, store: store, tellsTeX: true)
    guard parsed.notebook.canRun else {
      return [CheckedDocument(RunDocument(notRunning: parsed))]
    }
    progress.tell(.preparing)
    let formulas = checker.preparation(for: parsed)
    let following = progress.following(parsed.notebook)
    let run = await RunDocument(parsed, under: project, by: runner) { progress in
      if progress == .compiling { formulas.begin() }
      following(progress)
    }
    progress.tell(.checking)
    let values = await checker.swiftValues(for: run, under: project, by: runner)
    var all = [CheckedDocument(run, formulasBy: checker, after: await formulas.value, with: values)]
    for quoted in parsed.notebook.quotedNotebooks {
      all += await checked(ParsedDocument(ReadDocument(quoted)), project, progress)
    }
    return all
  }

  /// What is said of a document that was named and holds nothing to be checked.
  private static func emptiness(of source: SourceText, at path: String) -> Diagnostic {
    if case .source = DocumentForm(path) {
      return Diagnostic(
        .warning,
        .nothingChecked,
        "nothing was checked here: no comment of this source holds an example",
        help: "an example is a fence, or an indented block, in a comment before a declaration",
        path: path
      )
    }
    guard MarkdownFiles.isMarkdown(path) else {
      return Diagnostic(
        .warning,
        .nothingChecked,
        "nothing was checked here: this is read as Markdown, and there is no Swift cell in it",
        help: "the name of a Markdown document ends in .md",
        path: path
      )
    }
    let fences = ParsedDocument(ReadDocument(source)).notebook.blocks.codeBlocks
    guard let first = fences.first else {
      return Diagnostic(
        .warning,
        .nothingChecked,
        "nothing was checked here: there is no Swift cell in this document",
        help: "a cell is a fence that begins with ```swift",
        path: path
      )
    }
    let count =
      fences.count == 1 ? "its one block of code is" : "its \(fences.count) blocks of code are"
    return Diagnostic(
      .warning,
      .nothingChecked,
      "nothing was checked here: \(count) no Swift cell",
      help: "a cell is a fence that begins with ```swift",
      in: source,
      at: first.lowerBound..<source.lineRange(source.position(at: first.lowerBound).line).upperBound
    )
  }
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
