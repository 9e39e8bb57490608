import Files
import NotebookPages
import NotebookSyntax

extension NotebookWork {
  /// What is written about a page's origins; `nil` where that is not asked for.
  func depfile(
    of document: LaidOutDocument,
    at path: String,
    _ others: OtherPages
  ) throws(NinjaPath.Fault) -> Depfile? {
    guard depfile != nil else { return nil }
    let notebook = document.checked.notebook
    let origins = PageOrigins(
      of: notebook,
      links: document.links,
      others: others,
      opened: document.checked.transcript.openedFiles.map(\.path)
    )
    let used = typesetter.usedFiles.map { "\(assets.source)/\($0)" }
    return try Depfile(
      target: path,
      files: origins.files + others.files(usedBy: notebook) + (template.map { [$0.path] } ?? [])
        + assets.files(of: document.page.assets)
        + used + [ThisProgram.path]
    )
  }
}
