import Files

extension NotebookWork {
  /// What is written about a page's origins; `nil` where that is not asked for.
  func depfile(of document: LaidOutDocument, at path: String) throws(NinjaPath.Fault) -> Depfile? {
    guard depfile != nil else { return nil }
    let used = typesetter.usedFiles.map { "\(assets.source)/\($0)" }
    return try Depfile(
      target: path,
      files: WatchedPaths.paths(for: files.dependencies)
        + (renderer.site.template.map { [$0.path] } ?? [])
        + assets.files(of: document.page.assets)
        + used + [ThisProgram.path]
    )
  }
}
