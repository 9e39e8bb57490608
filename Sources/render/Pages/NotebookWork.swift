import Bibliography
import Foundation
import NotebookChecks
import NotebookExecution
import NotebookPages
import NotebookSyntax
import Timing
import Typesetting

/// What came of one notebook.
struct NotebookOutcome: Sendable {
  var status: ExitStatus
  /// The document, where it could be read, and after it the other files that it is made from.
  var sources: [SourceText] = []
  var diagnostics: [Diagnostic]
  /// The broken promises, by what is said of them.
  var findings: [Diagnostic: Finding] = [:]
  /// Where its page belongs.
  var pagePath: String
  /// The page that was written; `nil` where none was.
  var page: String?
  var missingAssets: [Page.Asset] = []
  /// Why formulas or charts are left to the browser, though they were to be set here.
  var fallbacks: [TypesettingError] = []
  var seconds: Double
}

/// One notebook's way: bytes → notebook → transcript → checks → page → file.
struct NotebookWork: Sendable {
  var outputFolder: String
  var template: PageOptions.Template?
  var runsCells: Bool
  /// Runs the cells of all notebooks, so that together they keep to the number of jobs.
  var runner: NotebookRunner
  var assets: AssetFolder
  var typesetting: TypesettingMode?
  /// Sets formulas and charts of all notebooks; it starts when the first of them needs it.
  var typesetter: Typesetter
  /// Shows what is being done.
  var progress = ProgressBoard.silent
  /// The labels of all notebooks.
  var labels: LabelIndex
  /// Where to write which files a page is made from.
  var depfile: String?
  /// Whether a page that would be the same is left alone.
  var keepsSamePages = false
  /// The bibliographies of all notebooks.
  let bibliographies = BibliographyShelf()

  func outcome(of input: NotebookInput) async -> NotebookOutcome {
    let clock = ContinuousClock()
    let start = clock.now
    var outcome = NotebookOutcome(
      status: .success,
      diagnostics: [],
      pagePath: "\(outputFolder)/\(input.page)",
      seconds: 0
    )
    await progress.following(input.path) { line in
      await measured(.notebook, of: input.path, on: .notebooks) {
        await make(input, line, &outcome)
      }
    }
    outcome.seconds = (clock.now - start) / .seconds(1)
    return outcome
  }

  private func make(
    _ input: NotebookInput,
    _ progress: ProgressLine,
    _ outcome: inout NotebookOutcome
  ) async {
    guard let data = measured(.reading, { FileManager.default.contents(atPath: input.path) }) else {
      outcome.fail(.inputOutput, "cannot-read", "the notebook cannot be read", input.path)
      return
    }
    let source = SourceText(path: input.path, bytes: Array(data))
    outcome.sources = [source]
    let notebook = measured(.parsing) {
      NotebookParser.parse(
        source,
        isLabelledElsewhere: { !labels.entries(named: $0, besides: input.page).isEmpty }
      )
    }
    outcome.diagnostics += notebook.diagnostics
    outcome.diagnostics += labels.ambiguities(in: notebook, page: input.page)
    var transcript = Transcript()
    if runsCells, !notebook.hasErrors, !notebook.pieces.isEmpty {
      let setsFormulas = setsFormulas(of: notebook)
      progress.tell(.preparing)
      let following = progress.following(notebook)
      transcript = await runner.run(notebook) { [typesetter] progress in
        // The compiler leaves a core free for as long as MathJax takes to load.
        if progress == .compiling, setsFormulas { typesetter.prepareForFormulas() }
        following(progress)
      }
      progress.tell(.checking)
      let check = measured(.promises) { PromiseCheck(notebook, transcript) }
      outcome.diagnostics += check.diagnostics + check.findings.map(\.diagnostic)
      for finding in check.findings { outcome.findings[finding.diagnostic] = finding }
    }
    let reading = measured(.bibliography) { bibliographies.reading(for: notebook) }
    outcome.diagnostics += reading.diagnostics
    outcome.sources += reading.files
    // A page that fails already is laid out too, for the errors of its formulas.
    progress.tell(.typesetting)
    let page = measured(.layout) {
      PageRenderer(options: options(for: input, reading.bibliography))
        .page(for: notebook, transcript: transcript)
    }
    outcome.diagnostics += page.diagnostics
    outcome.sortDiagnostics()
    guard !Task.isCancelled, !outcome.diagnostics.contains(where: { $0.severity == .error }) else {
      outcome.status = .failure
      return
    }
    outcome.fallbacks = page.fallbacks
    let record: Depfile?
    do throws(NinjaPath.Fault) {
      record = try depfile(
        of: page,
        for: notebook,
        input,
        outcome.pagePath,
        opened: transcript.openedFiles
      )
    } catch {
      outcome.fail(.failure, "no-depfile", error.message, error.path)
      return
    }
    progress.tell(.writing)
    do throws(WholeFile.Fault) {
      try measured(.assets) { () throws(WholeFile.Fault) in
        outcome.missingAssets = try assets.copy(page.assets, to: outputFolder)
        outcome.diagnostics += try PageImages(notebook: source, page: outcome.pagePath)
          .copy(page.images)
      }
      try measured(.writing) { () throws(WholeFile.Fault) in
        try keepsSamePages
          ? WholeFile.update(page.html, at: outcome.pagePath)
          : WholeFile.write(page.html, to: outcome.pagePath)
      }
      outcome.page = outcome.pagePath
    } catch {
      outcome.fail(
        .inputOutput,
        "cannot-write",
        "the page cannot be written: \(error.message)",
        outcome.pagePath
      )
      return
    }
    write(record, &outcome)
  }
}

extension NotebookWork {
  private func setsFormulas(of notebook: Notebook) -> Bool {
    (typesetting ?? notebook.frontMatter.typesetting ?? .svg) == .svg && notebook.hasFormulas
  }

  private func options(for input: NotebookInput, _ bibliography: Bibliography) -> PageOptions {
    let folder = URL(filePath: input.path).deletingLastPathComponent()
    return PageOptions(
      template: template,
      assetsPrefix: input.assetsPrefix,
      isRun: runsCells,
      typesetting: typesetting,
      typesetter: typesetter,
      idPrefix: input.idPrefix,
      hasPage: { link in
        // The page of a notebook beside this one lies beside this one's page.
        FileManager.default.fileExists(atPath: folder.appending(path: link).path)
      },
      bibliography: bibliography,
      labelElsewhere: { [labels] name in labels.target(named: name, from: input.page) }
    )
  }
}

extension NotebookOutcome {
  /// Puts diagnostics in the order of the document, each once; those about other files come last.
  fileprivate mutating func sortDiagnostics() {
    var seen: Set<Diagnostic> = []
    let unique = diagnostics.filter { seen.insert($0).inserted }
    let path = sources.first?.path
    diagnostics = unique.enumerated().sorted { left, right in
      let isHere = (left.element.path == path, right.element.path == path)
      if isHere != (true, true) {
        return isHere == (true, false) || isHere == (false, false) && left.offset < right.offset
      }
      let starts = (left.element.start ?? .first, right.element.start ?? .first)
      return starts.0 == starts.1 ? left.offset < right.offset : starts.0 < starts.1
    }.map(\.element)
  }

  mutating func fail(
    _ status: ExitStatus,
    _ identifier: String,
    _ message: String,
    _ path: String
  ) {
    self.status = status
    diagnostics.append(Diagnostic(.error, identifier, message, path: path))
  }
}
