import Documents
import NotebookExecution
import NotebookHTML
import NotebookSyntax
import NotebookTranscript
import Processes
import Synchronization

/// Lays a page out beside the compiler, with what its cells showed earlier, for somebody who looks at it.
///
/// It is not begun where all that cells give is kept: the page itself is there sooner.
final class EarlyLayout: Sendable {
  private let hasBegun = Atomic(false)
  private let work: NotebookWork
  private let parsed: ParsedDocument
  private let input: NotebookInput
  private let others: OtherPages
  private let references: [Diagnostic]
  private let onlooker: PageOnlooker
  private let cells: CellNumbers

  /// - Parameters:
  ///   - work: what lays the page out.
  ///   - references: what there is to say about the notebook among the other pages.
  init(
    _ work: NotebookWork,
    _ parsed: ParsedDocument,
    _ input: NotebookInput,
    _ others: OtherPages,
    _ references: [Diagnostic],
    _ onlooker: PageOnlooker
  ) {
    self.work = work
    self.parsed = parsed
    self.input = input
    self.others = others
    self.references = references
    self.onlooker = onlooker
    cells = CellNumbers(parsed.notebook)
  }

  /// Takes what a runner tells: the first of it means that the page itself will take a while.
  func hear(_ progress: RunProgress, _ preparation: Preparation<PreparedPage>) {
    if let phase = cells.phase(progress) {
      var line: Int?
      if case .running(let cell) = progress { line = parsed.source.position(at: cell).line }
      onlooker.hear(phase, line)
    }
    guard hasBegun.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged
    else { return }
    Task(executorPreference: WaitingThreads.shared) { [self] in
      let prepared = await preparation.value
      onlooker.showEarly(page(after: prepared))
    }
  }

  private func page(after prepared: PreparedPage?) -> LivePage {
    let reading = work.bibliographies.reading(for: parsed.notebook, in: work.files.quiet)
    let lookup = AddressLookup(input: input, site: work.site, files: work.files.quiet)
    let links = work.links(lookup, of: parsed.notebook)
    let downloads = work.downloads(of: parsed.notebook, input)
    links.add(downloads?.files ?? [])
    let options = work.options(for: input, reading.bibliography, others, downloads) {
      links.address(for: $0, anchors: $1)
    }
    let laidOut = LaidOutDocument(
      CheckedDocument(RunDocument(notRunning: parsed)),
      links,
      by: work.writer,
      options,
      after: prepared,
      showing: onlooker.earlier?.transcript(for: parsed.notebook)
    )
    let outcome = NotebookOutcome(
      of: laidOut,
      pagePath: work.pagePath(of: input),
      isStrict: work.isStrict || parsed.notebook.frontMatter.isStrict == true,
      references: references,
      literature: reading,
      project: input.project,
      typesettingFaults: laidOut.page.typesettingFaults
    )
    let written = work.place(laidOut.page.assets, links.files, beside: work.pagePath(of: input))
    return LivePage(outcome: outcome.with(written), laidOut, isFinished: false)
  }
}
