/// Tells what changes in some folders.
protocol FolderWatch: Sendable {
  /// Watches these folders, and no others.
  /// - Returns: those of them that were not watched before, and why not all can be watched.
  func watch(_ folders: Set<String>) -> (new: Set<String>, fault: WatchFault?)
}

/// Why folders cannot be watched.
struct WatchFault: Error {
  var message: String
}

/// What a watch saw of one file or folder.
struct WatchedChange: Sendable {
  /// Its absolute path; `nil` where more changed than can be told.
  var path: String?
  /// Whether it came, went or was put in another's place.
  var isEntry = false
  /// Whether what it holds changed.
  var isContent = false
  /// Whether it was written to its end, so that there is nothing to wait for.
  var isWhole = false
}
