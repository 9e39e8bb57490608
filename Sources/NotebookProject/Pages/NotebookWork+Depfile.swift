import Files
import NotebookPages
import NotebookSyntax

extension NotebookWork {
  /// What is written about a page's origins; `nil` where that is not asked for.
  func depfile(
    of page: Page,
    for notebook: Notebook,
    at path: String,
    _ links: PageLinks,
    _ others: OtherPages,
    opened: [String]
  ) throws(NinjaPath.Fault) -> Depfile? {
    guard depfile != nil else { return nil }
    let origins = PageOrigins(
      of: notebook,
      links: links,
      others: others,
      opened: opened
    )
    let used = typesetter.usedFiles.map { "\(assets.source)/\($0)" }
    return try Depfile(
      target: path,
      files: origins.files + others.files(usedBy: notebook) + (template.map { [$0.path] } ?? [])
        + assets.files(of: page.assets)
        + used + [ThisProgram.path]
    )
  }

  /// Writes it where it was asked for.
  func write(_ record: Depfile?, _ outcome: inout NotebookOutcome) {
    guard let record, let depfile else { return }
    do throws(WholeFile.Fault) {
      try WholeFile.write(record.bytes, to: depfile)
    } catch {
      outcome.fail(
        .inputOutput,
        "cannot-write",
        "the depfile cannot be written: \(error.message)",
        depfile
      )
    }
  }
}
