import Documents
import NotebookHTML
import NotebookLayout
import NotebookPDF
import NotebookSyntax
import NotebookTranscript

/// Pages as PDF: those for browsers, printed.
struct PDFForm: BrowserBased {
  let renderer: PageRenderer

  func write(
    _ notebook: Notebook,
    _ transcript: Transcript,
    _ options: PageOptions,
    after prepared: PreparedPage?
  ) -> FormPage {
    var page = FormPage(
      renderer.page(for: notebook, transcript: transcript, options: options, after: prepared)
    )
    let html = String(decoding: page.bytes, as: UTF8.self)
    page.bytes = Array(
      RawAddresses.readdressed(html) { address in
        let isBeside =
          address.role == .link && !address.text.hasPrefix("#") && !address.text.isEmpty
          && LocalAddress(address.text) != nil
        return isBeside ? PDFLinks.scheme + address.text : nil
      }.utf8
    )
    let frontMatter = notebook.frontMatter
    let layout = LaidOutNotebook(notebook, countsEquations: false)
    let title = TextContext(layout).plainText(layout.title.title)
    page.paper = FormPage.Paper(
      title: title.isEmpty ? TitleBlock.fileName(in: notebook.source.path) : title,
      authors: frontMatter.authors,
      date: frontMatter.day?.text
    )
    return page
  }

  func finish(_ page: FormPage, at path: String) async throws(WrittenPage.Fault) -> FormPage {
    var printed = page
    do throws(PDFPrinter.Fault) {
      printed.bytes = try await PDFPrinter().pdf(
        of: PagePolicy.allowingStyles(in: page.bytes),
        title: page.paper?.title ?? "",
        authors: page.paper?.authors ?? [],
        date: page.paper?.date,
        waitsForScripts: !page.assets.isEmpty
      )
    } catch {
      throw WrittenPage.Fault(
        status: .failure,
        diagnostic: Diagnostic(
          .error,
          .cannotWrite,
          error.message,
          help: error.help,
          path: path
        )
      )
    }
    return printed
  }
}
