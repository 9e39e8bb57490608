import Bibliography
import Documents
import Files
import Foundation
import NotebookChecks
import NotebookExecution
import NotebookPages
import NotebookSyntax
import NotebookTranscript
import ResultStore
import Timing
import Typesetting

/// One notebook's way: bytes → notebook → transcript → checks → page → file.
struct NotebookWork: Sendable {
  var outputFolder: String
  var template: PageOptions.Template?
  var runsCells: Bool
  /// Whether each warning is a failure, whatever a notebook says.
  var isStrict = false
  /// Runs the cells of all notebooks, so that together they keep to the number of jobs.
  var runner: NotebookRunner
  var assets: AssetFolder
  var typesetting: TypesettingMode?
  /// Sets formulas and charts of all notebooks; it starts when the first of them needs it.
  var typesetter: Typesetter
  /// Is told what is being done.
  var progress: any ProgressObserver = NoProgress()
  /// Where pages have their images; `nil` for what each notebook says.
  var images: ImagePlacement?
  /// The labels of all notebooks.
  var labels: LabelIndex
  /// What would be found where more is rendered.
  let course = CourseLabels()
  /// All pages that lie together.
  var site: PageSite
  /// Where to write which files a page is made from.
  var depfile: String?
  /// Whether a page that would be the same is left alone.
  var keepsSamePages = false
  /// Where earlier results are kept; `nil` for nowhere.
  var store: StoreUse?
  /// What is known of earlier pages; `nil` where none may be left as it is.
  var pages: KeptPages?
  /// The bibliographies of all notebooks.
  let bibliographies = BibliographyShelf()

  func outcome(of input: NotebookInput) async -> NotebookOutcome {
    let clock = ContinuousClock()
    let start = clock.now
    var outcome = NotebookOutcome(
      path: input.path,
      status: .success,
      diagnostics: [],
      pagePath: "\(outputFolder)/\(input.page)",
      seconds: 0
    )
    outcome.isStrict = isStrict
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
    let others = OtherPages(of: input, labels, site)
    let lookup = AddressLookup(input: input, site: site)
    if let record = measured(.store, { pages?.candidate(of: source, input) }) {
      await settleTitles(of: record.origins.others.labels.keys, others)
      let isValid = measured(.store) { record.origins.isValid(others, lookup) }
      if isValid, leave(record, &outcome) { return }
    }
    let notebook = measured(.parsing) {
      NotebookParser.parse(source, isLabelledElsewhere: others.hasLabel)
    }
    if notebook.frontMatter.isStrict == true { outcome.isStrict = true }
    outcome.diagnostics += course.advising(notebook.diagnostics, in: notebook, input)
    outcome.diagnostics += notebook.foreignMarks
    outcome.diagnostics += others.ambiguities(in: notebook) + others.unmadePages(in: notebook)
    await settleTitles(of: others.outerNames(in: notebook), others)
    if runsCells { outcome.diagnostics += others.unknownTitles(in: notebook) }
    var transcript = Transcript()
    if runsCells, notebook.canRun, !notebook.pieces.isEmpty {
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
    let links = links(lookup, of: notebook)
    let page = measured(.layout) {
      PageRenderer(options: options(for: input, reading.bibliography, others, links))
        .page(for: notebook, transcript: transcript)
    }
    outcome.diagnostics += page.diagnostics
    outcome.diagnostics += LinkReport(links, in: source, lost: page.lostAddresses).diagnostics
    outcome.typesettingFaults = page.typesettingFaults
    outcome.typesettingFaults += others.faults.filter { !page.typesettingFaults.contains($0) }
    outcome.sortDiagnostics()
    guard outcome.typesettingFaults.isEmpty,
      !outcome.diagnostics.contains(where: { $0.severity == .error }), outcome.strictWarnings == 0
    else {
      outcome.status = .failure
      return
    }
    let record: Depfile?
    do throws(NinjaPath.Fault) {
      record = try depfile(
        of: page,
        for: notebook,
        at: outcome.pagePath,
        links,
        others,
        opened: transcript.openedFiles.map(\.path)
      )
    } catch {
      outcome.fail(.failure, "no-depfile", error.message, error.path)
      return
    }
    progress.tell(.writing)
    let warnings = outcome.diagnostics
    guard place(page.assets, links.files, &outcome), write(page, &outcome) else { return }
    write(record, &outcome)
    pages?.keep(
      PageRecord(
        page: Fingerprint(of: page.html),
        assets: page.assets,
        placed: links.files,
        warnings: warnings,
        origins: PageRecord.Origins(
          files: files(transcript.inputs, beside: source) + reading.contents
            + files(transcript.openedFiles, beside: source),
          environment: PageRecord.environment(of: notebook),
          others: others.answers,
          links: links.distinctLinks
        )
      ),
      isLasting: transcript.isReproducible,
      of: source,
      input
    )
  }

  private func files(
    _ read: [Transcript.OpenedFile],
    beside source: SourceText
  ) -> [PageRecord.File] {
    read.map { file in
      let path = Paths.path(file.path, beside: source.path)
      return PageRecord.File(path: path, content: file.content)
    }
  }

  private func write(_ page: Page, _ outcome: inout NotebookOutcome) -> Bool {
    measured(.writing) {
      outcome.writing { (path, outcome) throws(WholeFile.Fault) in
        try keepsSamePages
          ? WholeFile.update(page.html, at: path) : WholeFile.write(page.html, to: path)
        outcome.page = path
      }
    }
  }
}

extension NotebookWork {
  private func setsFormulas(of notebook: Notebook) -> Bool {
    (typesetting ?? notebook.frontMatter.typesetting ?? .svg) == .svg && notebook.hasFormulas
  }

  /// What the page of a notebook shows and links to. The command line's word stands above the
  /// notebook's.
  func links(_ lookup: AddressLookup, of notebook: Notebook) -> PageLinks {
    PageLinks(lookup, images: images ?? notebook.frontMatter.images ?? .embed)
  }

  func options(
    for input: NotebookInput,
    _ bibliography: Bibliography,
    _ others: OtherPages,
    _ links: PageLinks
  ) -> PageOptions {
    PageOptions(
      template: template,
      assetsPrefix: input.assetsPrefix,
      isRun: runsCells,
      typesetting: typesetting,
      typesetter: typesetter,
      store: store,
      idPrefix: input.idPrefix,
      address: { links.address(for: $0, anchors: $1) },
      bibliography: bibliography,
      labelElsewhere: others.target
    )
  }
}
