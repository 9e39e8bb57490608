import Bibliography
import Documents
import Files
import NotebookExecution
import NotebookHTML
import NotebookLayout
import NotebookSyntax
import NotebookTranscript

extension NotebookWork {
  /// Finds out what the titles of other pages say that some labels name: where a title holds a value, its
  /// notebook is run, or what is kept of it is taken, whether or not its page is made now.
  func settleTitles(of names: some Sequence<String> & Sendable, _ others: OtherPages) async {
    for path in others.openNotebooks(naming: names) {
      guard let document = readExcerpt(path) else { continue }
      let parsed = ParsedDocument(document)
      let run =
        runsCells && parsed.notebook.canRun
        ? await RunDocument(parsed, under: document.project, by: runner)
        : RunDocument(notRunning: parsed)
      settleTitles(of: parsed.notebook, run.transcript ?? Transcript())
    }
    others.noteFiles(ofTitles: names)
  }

  /// The same by what is known of the programs without running them.
  func settleKnownTitles(of names: some Sequence<String>, _ others: OtherPages) {
    for path in others.openNotebooks(naming: names) {
      guard let document = readExcerpt(path) else { continue }
      let notebook = ParsedDocument(document).notebook
      guard runsCells, notebook.canRun else {
        settleTitles(of: notebook, Transcript())
        continue
      }
      let run = runner.known(of: notebook, access: ProgramAccess(under: document.project))
      settleTitles(of: notebook, run.transcript(of: notebook))
    }
  }

  private func readExcerpt(_ path: String) -> ReadDocument? {
    labels.input(of: path).flatMap { ReadDocument($0, in: files, for: .excerpt) }
  }

  private func settleTitles(of notebook: Notebook, _ transcript: Transcript) {
    let view = files.remembering()
    let reading = bibliographies.reading(for: notebook, in: view)
    view.noteReading(of: notebook, transcript)
    labels.settle(
      notebook.source.path,
      PageLabels(
        notebook,
        transcript: transcript,
        settings: LayoutSettings(
          bibliography: reading.bibliography,
          tex: TypesetterTeX(typesetter),
          chapter: labels.input(of: notebook.source.path)?.chapterNumber
        )
      ),
      files: view.dependencies.map(\.path)
    )
  }
}
