import Bibliography
import Documents
import Files
import NotebookChecks
import NotebookExecution
import NotebookHTML
import NotebookLayout
import NotebookSyntax
import NotebookTranscript
import ResultStore
import Timing
import Typesetting

/// Makes a page of one notebook after the other: each goes all the way from `ReadDocument` to
/// `WrittenPage`, unless an earlier page is left as it is.
struct NotebookWork: Sendable {
  var outputFolder: String
  /// The form of the pages.
  var form = PageForm.html
  /// What is wanted of it.
  var formSettings = FormSettings()
  /// Makes pages for browsers, with what all pages share.
  var renderer: PageRenderer
  var runsCells: Bool
  /// Whether each warning is a failure, whatever a notebook says.
  var isStrict = false
  /// Runs the cells of all notebooks, so that together they keep to the number of jobs.
  var runner: NotebookRunner
  var assets: AssetFolder
  /// Sets formulas and charts of all notebooks; it starts when the first of them needs it.
  var typesetter: Typesetter
  /// Is told what is being done.
  var progress: any ProgressObserver = NoProgress()
  /// Where pages have their images; `nil` for what each notebook says.
  var images: ImagePlacement?
  /// The labels of all notebooks.
  var labels: LabelIndex
  /// What would be found where more is rendered.
  var course: CourseLabels
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
  var bibliographies: BibliographyShelf
  /// Who looks at pages while they are made; `nil` for nobody.
  var onlooker: PageOnlooker?
  /// How the files of notebooks are read; for each page it notes what the page is made from.
  var files: FileView

  /// What comes of making a notebook's page, whose line then ends.
  func outcome(of input: NotebookInput, telling line: ProgressLine) async -> NotebookOutcome {
    defer { line.end() }
    let clock = ContinuousClock()
    let start = clock.now
    var outcome = await measured(.notebook, of: input.path, on: .notebooks) {
      await self.outcome(of: input, line)
    }
    outcome.seconds = (clock.now - start) / .seconds(1)
    return outcome
  }

  private func outcome(of input: NotebookInput, _ progress: ProgressLine) async -> NotebookOutcome {
    guard let document = ReadDocument(input, in: files) else {
      return NotebookOutcome(of: input, pagePath: pagePath(of: input), isStrict: isStrict)
    }
    let leaving = noting(input)
    if let left = await leaving.left(document, input) {
      return left.with(leaving.files.dependencies)
    }
    let making = noting(input)
    return await making.make(document, input, progress).with(making.files.dependencies)
  }

  /// The same work, with notes of its own on what a notebook's page is made from.
  func noting(_ input: NotebookInput) -> NotebookWork {
    var work = self
    work.files = files.remembering()
    work.files.note(input.path, .content)
    if let project = input.project {
      work.files.note(project.path, holding: project.source.bytes)
    }
    return work
  }

  private func make(
    _ document: ReadDocument,
    _ input: NotebookInput,
    _ progress: ProgressLine
  ) async -> NotebookOutcome {
    let others = OtherPages(of: input, labels, site, files)
    var (laidOut, result) = await layOut(document, input, others, progress)
    if result.status == .success {
      do throws(WrittenPage.Fault) {
        try await laidOut.finish(by: writer, at: result.pagePath)
        result = await finish(laidOut, of: document, result, others, input, progress)
      } catch {
        result = result.with(WrittenPage(fault: error))
      }
    }
    Self.free(consume laidOut)
    return result
  }

  /// Writes a page, and beside that, what it was made from: where the page does not come to its place,
  /// that is of no use and does no harm.
  private func finish(
    _ laidOut: LaidOutDocument,
    of document: ReadDocument,
    _ outcome: NotebookOutcome,
    _ others: OtherPages,
    _ input: NotebookInput,
    _ progress: ProgressLine
  ) async -> NotebookOutcome {
    async let kept: Void = keep(laidOut, of: document, outcome.diagnostics, others, input)
    async let found: Void = keepForSearch(laidOut, input)
    let written = write(laidOut, outcome.pagePath, progress)
    _ = await (kept, found)
    return outcome.with(written)
  }

  /// Notes what the notebook adds to the search in its course.
  private func keepForSearch(_ laidOut: LaidOutDocument, _ input: NotebookInput) {
    guard form == .html, input.project?.chapters != nil, depfile == nil else { return }
    let entry = CourseSearch.entry(of: laidOut.checked.notebook, input)
    CourseSearch.memo(laidOut.checked.run.parsed.source, input, store).keep(entry)
    site.courses.searchEntries[input.page] = entry
  }

  /// Frees a document beside what follows: a long one is a million values, and the program may end
  /// before all are gone.
  static func free(_ document: consuming LaidOutDocument) {
    Task.detached(priority: .low) { [document] in _ = document }
  }

  /// A notebook as a page, and what there is to say of it.
  func layOut(
    _ document: ReadDocument,
    _ input: NotebookInput,
    _ others: OtherPages,
    _ progress: ProgressLine
  ) async -> (LaidOutDocument, NotebookOutcome) {
    let lookup = AddressLookup(input: input, site: site, files: files)
    let parsed = ParsedDocument(document, input, among: others, in: course)
    let references = await references(of: parsed.notebook, others)
    let preparation = preparation(of: parsed.notebook, input)
    let early = onlooker.map { EarlyLayout(self, parsed, input, others, references, $0) }
    let checked = await checked(parsed, input, preparation, early, progress)
    files.noteReading(of: parsed.notebook, checked.transcript)
    let reading = measured(.bibliography) {
      bibliographies.reading(for: parsed.notebook, in: files)
    }
    // A page that fails already is laid out too, for the errors of its formulas.
    progress.tell(.typesetting)
    let links = links(lookup, of: parsed.notebook)
    let downloads = downloads(of: parsed.notebook, input)
    links.add(downloads?.files ?? [])
    async let ahead: Void = links.lookAhead(at: parsed.notebook.images)
    let laidOut = LaidOutDocument(
      checked,
      links,
      by: writer,
      options(for: input, reading.bibliography, others, downloads) {
        links.address(for: $0, anchors: $1)
      },
      after: await preparation.value
    )
    await ahead
    let faults = laidOut.page.typesettingFaults
    let outcome = NotebookOutcome(
      of: laidOut,
      pagePath: pagePath(of: input),
      isStrict: isStrict || parsed.notebook.frontMatter.isStrict == true,
      references: references + (downloads?.diagnostics ?? []),
      literature: reading,
      project: input.project,
      typesettingFaults: faults + others.faults.filter { !faults.contains($0) }
    )
    return (laidOut, outcome)
  }

  /// What writes the pages.
  var writer: any FormWriter { form.writer(renderer, formSettings) }

  func pagePath(of input: NotebookInput) -> String { "\(outputFolder)/\(input.page)" }

  /// What there is to say about a notebook among the other pages, whose titles are settled on the way.
  private func references(of notebook: Notebook, _ others: OtherPages) async -> [Diagnostic] {
    let found =
      notebook.foreignMarks + others.ambiguities(in: notebook) + others.unmadePages(in: notebook)
    await settleTitles(of: others.outerNames(in: notebook), others)
    return runsCells ? found + others.unknownTitles(in: notebook) : found
  }

  /// Runs a notebook, where there is something to run, and holds its promises against what comes.
  private func checked(
    _ parsed: ParsedDocument,
    _ input: NotebookInput,
    _ preparation: Preparation<PreparedPage>,
    _ early: EarlyLayout?,
    _ progress: ProgressLine
  ) async -> CheckedDocument {
    let notebook = parsed.notebook
    guard runsCells, notebook.canRun, !notebook.pieces.isEmpty else {
      return CheckedDocument(RunDocument(notRunning: parsed), formulasBy: formulaChecker)
    }
    progress.tell(.preparing)
    let following = progress.following(notebook)
    let formulas = formulaChecker.preparation(for: parsed)
    let run = await RunDocument(parsed, under: input.project, by: runner) { progress in
      if progress == .compiling {
        preparation.begin()
        formulas.begin()
      }
      early?.hear(progress, preparation)
      following(progress)
    }
    progress.tell(.checking)
    let values = await formulaChecker.swiftValues(for: run, under: input.project, by: runner)
    return CheckedDocument(
      run,
      formulasBy: formulaChecker,
      after: await formulas.value,
      with: values
    )
  }

  /// Holds formulas against numbers; what is wrong with their TeX is told where they are set.
  private var formulaChecker: FormulaChecker {
    FormulaChecker(typesetter: typesetter, store: store, tellsTeX: false)
  }

  /// Remembers what a page was made from, so that it can be left as it is another time.
  private func keep(
    _ laidOut: LaidOutDocument,
    of document: ReadDocument,
    _ warnings: [Diagnostic],
    _ others: OtherPages,
    _ input: NotebookInput
  ) {
    let transcript = laidOut.checked.transcript
    pages?.keep(
      PageRecord(
        page: Fingerprint(of: laidOut.page.bytes),
        assets: laidOut.page.assets,
        attachments: laidOut.page.attachments.map(PageRecord.Attachment.init),
        placed: laidOut.links.files,
        warnings: warnings,
        origins: origins(of: laidOut, others)
      ),
      isLasting: transcript.isReproducible,
      of: document,
      input
    )
  }

  /// What was read, asked for and looked up while a page was made.
  func origins(of laidOut: LaidOutDocument, _ others: OtherPages) -> PageRecord.Origins {
    let source = laidOut.checked.run.parsed.source
    let transcript = laidOut.checked.transcript
    return PageRecord.Origins(
      files: recorded(transcript.inputs, beside: source)
        + files.contentsRead.map { file in
          PageRecord.File(path: file.path, content: file.bytes.map { Fingerprint(of: $0) })
        }
        + recorded(transcript.openedFiles, beside: source),
      environment: PageRecord.environment(of: laidOut.checked.notebook),
      others: others.answers,
      links: laidOut.links.distinctLinks
    )
  }

  private func recorded(
    _ read: [Transcript.OpenedFile],
    beside source: SourceText
  ) -> [PageRecord.File] {
    read.map { file in
      let path = Paths.path(file.path, beside: source.path)
      return PageRecord.File(path: path, content: file.content)
    }
  }
}

extension NotebookWork {
  /// What can be made of a notebook's page while its cells are compiled. The files that it shows and its
  /// bibliography are no part of it, for the cells may yet write them.
  private func preparation(of notebook: Notebook, _ input: NotebookInput) -> Preparation<
    PreparedPage
  > {
    let mode = renderer.site.typesetting ?? notebook.frontMatter.typesetting ?? .svg
    let options = options(
      for: input,
      Bibliography([]),
      OtherPages(of: input, labels, site, files.quiet)
    ) { _, _ in nil }
    return Preparation { [typesetter, writer] in
      measured(.preparation, on: .pages) {
        if mode == .svg, notebook.hasFormulas { typesetter.prepareForFormulas() }
        let page = writer.prepare(notebook, options)
        if mode == .svg, notebook.mayDrawCharts { typesetter.prepareForCharts() }
        return page
      }
    }
  }

  /// What the page of a notebook shows and links to. The command line's word stands above the
  /// notebook's.
  func links(_ lookup: AddressLookup, of notebook: Notebook) -> PageLinks {
    PageLinks(
      lookup,
      images: form.imagePlacement ?? images ?? notebook.frontMatter.images ?? .embed
    )
  }

  func options(
    for input: NotebookInput,
    _ bibliography: Bibliography,
    _ others: OtherPages,
    _ downloads: Downloads? = nil,
    address: @escaping @Sendable (PageAddress, Set<String>) -> String?
  ) -> PageOptions {
    let lookup = AddressLookup(input: input, site: site, files: files)
    return PageOptions(
      assetsPrefix: input.assetsPrefix,
      sourceMarks: onlooker?.sourceMarks,
      idPrefix: input.idPrefix,
      address: address,
      bibliography: bibliography,
      labelElsewhere: others.target,
      linkWords: { lookup.words(ofLinkTo: $0) },
      chapter: input.chapterNumber,
      course: form == .html ? others.course : nil,
      downloads: downloads?.links ?? [],
      permissions: input.project?.permissions ?? PagePermissions(),
      trustsNotebook: input.project?.trusts(input.path) ?? false
    )
  }
}
