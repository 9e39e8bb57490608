import Documents
import Files
import NotebookHTML
import NotebookSyntax
import ResultStore
import Timing

extension NotebookWork {
  /// Leaves a page as it is, where nothing that it was made from has changed.
  /// - Returns: what there is to say about it; `nil` where the page must be made.
  func left(_ document: ReadDocument, _ input: NotebookInput) async -> NotebookOutcome? {
    guard let record = measured(.store, { pages?.candidate(of: document, input) }) else {
      return nil
    }
    let others = OtherPages(of: input, labels, site, files)
    let lookup = AddressLookup(input: input, site: site, files: files)
    await settleTitles(of: record.origins.others.labels.keys, others)
    guard measured(.store, { record.origins.isValid(others, lookup) }) else { return nil }
    let path = "\(outputFolder)/\(input.page)"
    let told = Set(record.warnings.map(\.path)).subtracting([document.source.path])
    let outcome = NotebookOutcome(
      leaving: record,
      of: document.source,
      pagePath: path,
      isStrict: isStrict,
      others: told.compactMap { files.source(at: $0) }
    )
    guard isThere(record, path, touching: outcome.status == .success) else { return nil }
    if outcome.status != .success { return outcome }
    var written = place(record.assets, record.placed, beside: path)
    if written.fault == nil { written.page = path }
    return outcome.with(written)
  }

  /// Whether a page is what was written, and not gone.
  /// - Parameter touching: whether it gets today's date where that is wanted.
  private func isThere(_ record: PageRecord, _ path: String, touching: Bool) -> Bool {
    measured(.writing) {
      Fingerprint(ofFile: path) == record.page
        && record.attachments.allSatisfy {
          Fingerprint(ofFile: Paths.path($0.name, beside: path)) == $0.content
        }
        && (keepsSamePages || !touching || WholeFile.touch(path))
    }
  }
}
