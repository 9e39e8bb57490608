import NotebookHTML
import NotebookSyntax
import NotebookTranscript

/// Pages for browsers.
struct HTMLForm: BrowserBased {
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
}
