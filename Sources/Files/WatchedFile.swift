/// A file or folder on which something depends, by the places at which its change would show.
package struct WatchedFile: Sendable, Hashable {
  /// Its absolute path, and where that leads if it is a link.
  package let places: [String]
  /// What of it counts.
  package let use: FileDependency.Use

  package init(_ dependency: FileDependency) {
    use = dependency.use
    let path = dependency.path
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let real = PathKey.realPath(path)
    // A folder's last name may be `.` or `..`.
    let isPlain = !name.isEmpty && name != "." && name != ".."
    let folder = PathKey.realPath(isPlain ? Paths.path(".", beside: path) : path)
    let written = isPlain ? Paths.join(folder, name) : real
    places = written == real ? [real] : [written, real]
  }

  /// The folders to be watched for it: those that it lies in, as far as they are there, and itself where
  /// the names in it count.
  package var folders: Set<String> { Self.folders(of: [self]) }

  /// The folders to be watched for some files. Each is looked for once.
  package static func folders(of files: some Sequence<WatchedFile>) -> Set<String> {
    var known: [String: Bool] = [:]
    func isFolder(_ path: String) -> Bool {
      if let known = known[path] { return known }
      let isFolder = (try? FileStatus(of: path, followingLinks: true))?.isFolder == true
      known[path] = isFolder
      return isFolder
    }
    var folders: Set<String> = []
    for file in files {
      for place in file.places {
        if let outer = FileChanges.folders(above: place).first(where: isFolder) {
          folders.insert(outer)
        }
        if file.use == .names || file.use == .content, isFolder(place) { folders.insert(place) }
      }
    }
    return folders
  }
}
