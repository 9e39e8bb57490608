import Documents
import Files
import NotebookChecks
import NotebookExecution
import NotebookHTML
import NotebookSyntax
import NotebookTranscript

/// Makes the page of a library: the examples in its comments are run as `render verify` runs them, and shown with
/// what they gave.
struct LibraryMaking: Sendable {
  /// What came of it.
  struct Outcome: Sendable {
    var page: LibraryPage
    /// What is wrong, with the sources that it is about.
    var diagnostics: [(Diagnostic, SourceText)] = []
  }

  private let project: ProjectFile
  private let module: String
  /// Runs examples; `nil` where none are run.
  private let runner: NotebookRunner?
  private let files: FileView

  /// - Parameters:
  ///   - runner: runs examples; `nil` where none are run.
  ///   - files: how the sources are read.
  init(
    _ module: String,
    of project: ProjectFile,
    by runner: NotebookRunner?,
    in files: FileView
  ) {
    self.project = project
    self.module = module
    self.runner = runner
    self.files = files
  }

  /// What documents a declaration.
  private struct Comment: Sendable {
    var parsed: ParsedDocument
    var project: ProjectFile?
  }

  func outcome() async -> Outcome {
    let sources = LibraryFiles(project, in: files).sources(of: module) ?? []
    let reference = LibraryReference(module, sources)
    let comments = comments(in: sources)
    let entries = reference.sections.flatMap { $0.declarations + $0.members }
    let documents = entries.map { entry in
      entry.declaration.comment.map { comment in
        comments[Place(entry.path, comment.text.contentStart)]
          ?? Comment(
            parsed: .init(NotebookParser.parseDocumentation(comment.text, readsPlainCode: true))
          )
      }
    }
    var outcome = Outcome(page: LibraryPage(module: module, sections: []))
    var made: [String: LibraryPage.Entry] = [:]
    await InOrder.run(
      Array(zip(entries, documents)),
      atMost: 2 * (runner?.width ?? 1),
      beginning: { _ in }
    ) { pair, _ in
      await checked(pair.1)
    } handOut: { index, checked in
      let entry = entries[index]
      made[entry.anchor] = LibraryPage.Entry(
        name: entry.declaration.path.last ?? "",
        anchor: entry.anchor,
        signature: entry.declaration.signature,
        documentation: checked.map { ($0.notebook, $0.transcript) }
      )
      if let checked { outcome.diagnostics += Self.faults(of: checked) }
    }
    outcome.page.sections = reference.sections.map { section in
      LibraryPage.Section(
        name: section.name,
        declarations: section.declarations.compactMap { made[$0.anchor] },
        members: section.members.compactMap { made[$0.anchor] }
      )
    }
    return outcome
  }

  private func checked(_ comment: Comment?) async -> CheckedDocument? {
    guard let comment else { return nil }
    let hasCode = !comment.parsed.notebook.pieces.isEmpty
    guard let runner, hasCode, comment.parsed.notebook.canRun else {
      return CheckedDocument(RunDocument(notRunning: comment.parsed))
    }
    return CheckedDocument(await RunDocument(comment.parsed, under: comment.project, by: runner))
  }

  /// Where a comment stands.
  private struct Place: Hashable {
    var path: String
    var offset: Int

    init(_ path: String, _ offset: Int) {
      self.path = path
      self.offset = offset
    }
  }

  /// The comments with examples, as they are verified.
  private func comments(in sources: [SourceText]) -> [Place: Comment] {
    let reading = DocumentReading(files, importing: module)
    let projects = ProjectFinder(files)
    var comments: [Place: Comment] = [:]
    for source in sources {
      let project = projects.project(ofFile: source.path)
      for parsed in reading.documents(in: ReadDocument(source, under: project)) {
        let place = Place(source.path, parsed.notebook.source.contentStart)
        comments[place] = Comment(parsed: parsed, project: project)
      }
    }
    return comments
  }

  /// What keeps a page from being made.
  private static func faults(of document: CheckedDocument) -> [(Diagnostic, SourceText)] {
    let diagnostics =
      document.run.parsed.diagnostics + (document.run.transcript?.diagnostics ?? [])
      + document.diagnostics + document.findings.map(\.diagnostic)
    return diagnostics.filter { $0.severity == .error }.map { ($0, document.notebook.source) }
  }
}
