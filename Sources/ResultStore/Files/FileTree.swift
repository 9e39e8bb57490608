/// What lies at a path, for those that look at each file by itself.
package enum FileTree {
  /// How many files and folders are listed at most, so that one that names the root ends too.
  package static let most = 100_000

  /// A file; or a folder and all in it that is not hidden, in the order of the paths. Links are not
  /// followed within.
  package static func content(of path: String) -> [(path: String, isFolder: Bool)] {
    guard let status = try? FileStatus(of: path, followingLinks: true) else { return [] }
    guard status.isFolder else { return [(path, false)] }
    var found = [(path: path, isFolder: true)]
    collect(path, &found)
    return found.sorted { $0.path < $1.path }
  }

  /// Whether a name counts among what a folder holds.
  static func isShown(_ name: String) -> Bool { !name.hasPrefix(".") }

  private static func collect(_ folder: String, _ found: inout [(path: String, isFolder: Bool)]) {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    for (name, status) in (try? Folder.content(of: folder, where: isShown)) ?? [] {
      if found.count >= most || Task.isCancelled { return }
      found.append((start + name, status.isFolder))
      if status.isFolder { collect(start + name, &found) }
    }
  }
}
