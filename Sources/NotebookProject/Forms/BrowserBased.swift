import NotebookHTML
import NotebookSyntax
import NotebookTranscript

/// A form that is made of pages for browsers.
protocol BrowserBased: FormWriter {
  /// Makes pages for browsers, with what all pages share.
  var renderer: PageRenderer { get }

  /// What a page has for itself in this form.
  func own(_ options: PageOptions) -> PageOptions
}

extension BrowserBased {
  func own(_ options: PageOptions) -> PageOptions { options }

  func prepare(_ notebook: Notebook, _ options: PageOptions) -> PreparedPage? {
    renderer.prepare(notebook, options: own(options))
  }

  func pieces(
    of notebook: Notebook,
    _ transcript: Transcript,
    _ options: PageOptions
  ) -> KnownPieces? {
    renderer.knownPieces(of: notebook, transcript: transcript, options: own(options))
  }
}
