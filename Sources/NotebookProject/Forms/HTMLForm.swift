import NotebookHTML
import NotebookSyntax
import NotebookTranscript

/// Pages for browsers.
struct HTMLForm: FormWriter {
  let renderer: PageRenderer

  func write(
    _ notebook: Notebook,
    _ transcript: Transcript,
    _ options: PageOptions,
    after prepared: PreparedPage?
  ) -> FormPage {
    FormPage(
      renderer.page(for: notebook, transcript: transcript, options: options, after: prepared)
    )
  }

  func prepare(_ notebook: Notebook, _ options: PageOptions) -> PreparedPage? {
    renderer.prepare(notebook, options: options)
  }

  func pieces(
    of notebook: Notebook,
    _ transcript: Transcript,
    _ options: PageOptions
  ) -> KnownPieces? {
    renderer.knownPieces(of: notebook, transcript: transcript, options: options)
  }
}
