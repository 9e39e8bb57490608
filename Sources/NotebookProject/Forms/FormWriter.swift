import NotebookHTML
import NotebookSyntax
import NotebookTranscript

/// Writes notebooks in one form. Which there are says ``PageForm``.
protocol FormWriter: Sendable {
  /// A notebook in this form; the same notebook and transcript always give the same bytes.
  ///
  /// - Parameters:
  ///   - notebook: the notebook.
  ///   - transcript: what its cells and values showed; empty where it was not run.
  ///   - options: what the page has for itself.
  ///   - prepared: what was made of the page before that was known.
  func write(
    _ notebook: Notebook,
    _ transcript: Transcript,
    _ options: PageOptions,
    after prepared: PreparedPage?
  ) -> FormPage

  /// Does what is left to be done where a page is whole and nothing is wrong with it.
  ///
  /// - Parameters:
  ///   - page: what was written.
  ///   - path: where the page will be, as messages name it.
  func finish(_ page: FormPage, at path: String) async throws(WrittenPage.Fault) -> FormPage

  /// What of a page does not depend on what its cells give, made while these are compiled; `nil` where
  /// that is not worth while.
  func prepare(_ notebook: Notebook, _ options: PageOptions) -> PreparedPage?

  /// What would be done about a notebook's formulas and charts; `nil` where its page leaves them to
  /// whoever shows it.
  func pieces(
    of notebook: Notebook,
    _ transcript: Transcript,
    _ options: PageOptions
  ) -> KnownPieces?
}

extension FormWriter {
  func finish(_ page: FormPage, at path: String) async throws(WrittenPage.Fault) -> FormPage {
    page
  }

  func prepare(_ notebook: Notebook, _ options: PageOptions) -> PreparedPage? { nil }

  func pieces(
    of notebook: Notebook,
    _ transcript: Transcript,
    _ options: PageOptions
  ) -> KnownPieces? { nil }
}

extension PageForm {
  /// What writes pages in this form.
  ///
  /// - Parameters:
  ///   - renderer: makes pages for browsers, with what all pages share.
  ///   - settings: what is wanted of forms.
  func writer(_ renderer: PageRenderer, _ settings: FormSettings = FormSettings()) -> any FormWriter
  {
    switch self {
    case .html: HTMLForm(renderer: renderer)
    case .markdown: MarkdownForm(renderer: renderer)
    case .jupyter: JupyterForm(renderer: renderer)
    case .pdf: PDFForm(renderer: renderer)
    case .slides: SlidesForm(renderer, level: settings.slideLevel)
    }
  }
}
