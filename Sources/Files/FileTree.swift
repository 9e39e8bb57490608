/// What lies at a path, for those that look at each file by itself.
package enum FileTree {
  /// How many files and folders are listed at most, so that one that names the root ends too.
  package static let most = 100_000

  /// A file; or a folder and all in it, in the order of the paths.
  /// - Parameters:
  ///   - hidden: whether what is hidden counts too.
  ///   - links: whether links to folders are followed within.
  package static func content(
    of path: String,
    hidden: Bool = false,
    links: Bool = false
  ) -> [(path: String, isFolder: Bool)] {
    guard let status = try? FileStatus(of: path, followingLinks: true) else { return [] }
    guard status.isFolder else { return [(path, false)] }
    var search = Search(hidden: hidden, links: links, found: [(path, true)])
    search.collect(path, within: [status.number])
    return search.found.sorted { $0.path < $1.path }
  }

  /// Whether a name counts among what a folder holds.
  package static func isShown(_ name: String) -> Bool { !name.hasPrefix(".") }

  private struct Search {
    var hidden: Bool
    var links: Bool
    var found: [(path: String, isFolder: Bool)]

    /// - Parameter outer: the folders that this one lies in, by their numbers, as a link may lead back.
    mutating func collect(_ folder: String, within outer: Set<UInt64>) {
      let start = folder.hasSuffix("/") ? folder : folder + "/"
      for (name, status) in (try? Folder.content(of: folder, where: { hidden || isShown($0) }))
        ?? []
      {
        if found.count >= most || Task.isCancelled { return }
        let real =
          links ? (try? FileStatus(of: start + name, followingLinks: true)) ?? status : status
        found.append((start + name, real.isFolder))
        if real.isFolder, !outer.contains(real.number) {
          collect(start + name, within: outer.union([real.number]))
        }
      }
    }
  }
}
