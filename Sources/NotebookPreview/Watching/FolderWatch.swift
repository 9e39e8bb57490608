import Files

/// Tells what changes in some folders.
protocol FolderWatch: Sendable {
  /// Watches these folders, and no others.
  /// - Throws: why not all of them can be watched.
  func watch(_ folders: Set<String>) throws(WatchFault)
}

/// Why folders cannot be watched.
struct WatchFault: Error {
  var message: String
}

/// What a watch saw.
struct WatchedChange: Sendable {
  var changes: FileChanges
  /// Whether a file was written to its end, so that there is nothing to wait for.
  var isWhole: Bool
}
