import Bibliography
import Documents
import Files
import Foundation
import NotebookExecution
import NotebookPages
import NotebookSyntax
import NotebookTranscript

extension NotebookWork {
  /// Finds out what the titles of other pages say that some labels name: where a title holds a value, its
  /// notebook is run, or what is kept of it is taken, whether or not its page is made now.
  func settleTitles(of names: some Sequence<String> & Sendable, _ others: OtherPages) async {
    for path in others.openNotebooks(naming: names) {
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      let notebook = NotebookParser.parse(
        SourceText(path: path, bytes: Array(data)),
        isLabelledElsewhere: { _ in true }
      )
      let isRun = runsCells && notebook.canRun
      settleTitles(of: notebook, isRun ? await runner.run(notebook) : Transcript())
    }
  }

  /// The same by what is known of the programs without running them.
  func settleKnownTitles(of names: some Sequence<String>, _ others: OtherPages) {
    for path in others.openNotebooks(naming: names) {
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      let notebook = NotebookParser.parse(
        SourceText(path: path, bytes: Array(data)),
        isLabelledElsewhere: { _ in true }
      )
      let isRun = runsCells && notebook.canRun
      settleTitles(
        of: notebook,
        isRun ? runner.outlook(on: notebook).transcript(of: notebook) : Transcript()
      )
    }
  }

  private func settleTitles(of notebook: Notebook, _ transcript: Transcript) {
    let reading = bibliographies.reading(for: notebook)
    let opened = transcript.openedFiles.map(\.path) + notebook.frontMatter.inputs.map(\.path)
    labels.settle(
      notebook.source.path,
      PageLabels(
        notebook,
        transcript: transcript,
        bibliography: reading.bibliography,
        typesetter: typesetter
      ),
      files: opened.flatMap {
        WatchedPaths.paths(for: Paths.path($0, beside: notebook.source.path))
      } + reading.files.map(\.path)
    )
  }
}
