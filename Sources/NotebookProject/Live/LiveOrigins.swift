import Files

/// What a live page was made from.
struct LiveOrigins: Sendable {
  /// When the first of it was read, or before.
  var begun: Moment
  /// All of it, as a watcher may tell of it.
  var watched: [WatchedFile]
  /// The notebook's text.
  var source: [UInt8]
  /// What else was read and looked up; `nil` where that says nothing, as where the page failed.
  var read: PageRecord.Origins?
  /// Those that were read by others, so that it is not known what they held.
  var unread: [WatchedFile]
}

extension LiveOrigins {
  /// What is known of a page that is being made for the first time.
  init(of input: NotebookInput, begun: Moment) {
    let paths = [input.path] + (input.project.map { [$0.path] } ?? [])
    self.init(
      begun: begun,
      watched: paths.map { WatchedFile(FileDependency(path: $0, use: .content)) },
      source: [],
      unread: []
    )
  }
}

extension NotebookWork {
  /// Whether a page is as it would be made now. Files that changed may hold what they held, as where a
  /// page's own cells wrote them.
  func isCurrent(_ input: NotebookInput, _ origins: LiveOrigins, after changes: FileChanges) -> Bool
  {
    let files = files.quiet
    guard let read = origins.read, !changes.isEverything,
      !origins.unread.contains(where: changes.concern),
      files.contents(of: input.path) == origins.source
    else { return false }
    let lookup = AddressLookup(input: input, site: site, files: files)
    return read.isValid(OtherPages(of: input, labels, site, files), lookup)
  }
}
