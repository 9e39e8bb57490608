import Documents
import NotebookHTML
import NotebookTranscript
import Timing

/// A document as a page.
struct LaidOutDocument: Sendable {
  let checked: CheckedDocument
  /// What the page shows and links to.
  let links: PageLinks
  private(set) var page: FormPage

  /// - Parameters:
  ///   - links: what the page shows and links to; its addresses are found while the page is laid out.
  ///   - writer: writes the page.
  ///   - options: what the page has for itself.
  ///   - prepared: what was made of the page while the cells were compiled.
  ///   - transcript: what the page shows of the cells; `nil` for what they gave.
  init(
    _ checked: CheckedDocument,
    _ links: PageLinks,
    by writer: any FormWriter,
    _ options: PageOptions,
    after prepared: PreparedPage? = nil,
    showing transcript: Transcript? = nil
  ) {
    self.checked = checked
    self.links = links
    page = measured(.layout) {
      writer.write(
        checked.notebook,
        transcript ?? checked.transcript,
        options,
        after: prepared
      )
    }
  }

  /// Does what is left to be done where nothing is wrong.
  /// - Parameter path: where the page will be.
  mutating func finish(by writer: any FormWriter, at path: String) async throws(WrittenPage.Fault) {
    page = try await writer.finish(page, at: path)
  }

  /// What is wrong with what is set, and with the page's addresses.
  var diagnostics: [Diagnostic] {
    let report = LinkReport(links, in: checked.run.parsed.source, lost: page.lostAddresses)
    return page.diagnostics + report.diagnostics
  }
}
