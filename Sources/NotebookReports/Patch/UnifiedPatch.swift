/// A patch that makes one version of a file the next, as `git apply` and `patch -p1` take it.
///
/// It is bytes and not text, because it holds the file's lines as they are, with their own ends and
/// whatever is not UTF-8.
package struct UnifiedPatch: Sendable, Hashable {
  /// The patch; empty where nothing changes. Those of several files may follow each other.
  package private(set) var bytes: [UInt8] = []

  /// - Parameters:
  ///   - path: the file's path, as ``name(of:in:)`` gives it.
  ///   - old: what the file holds.
  ///   - new: what it is to hold.
  package init(path: String, old: [UInt8], new: [UInt8]) {
    guard old != new else { return }
    let oldLines = Self.lines(of: old)
    let newLines = Self.lines(of: new)
    let changes = ShortestEdits(from: oldLines, to: newLines).changes
    let (from, to) = (GitPath.quoted("a/" + path), GitPath.quoted("b/" + path))
    // A tab ends a name that holds a space.
    let tab = path.contains(" ") ? "\t" : ""
    write("diff --git \(from) \(to)\n--- \(from)\(tab)\n+++ \(to)\(tab)\n")
    for hunk in PatchHunk.hunks(of: changes, oldCount: oldLines.count) {
      write(hunk, oldLines, newLines)
    }
  }

  /// The name of a file in a patch that is to be applied in a folder.
  ///
  /// In a git working tree that is the path from its top, because `git apply` starts there whatever
  /// the folder, and passes over other names in silence; elsewhere it is the path from the folder.
  /// - Parameters:
  ///   - path: the file's path, as the user gave it.
  ///   - folder: the folder, from which the user's path starts too.
  package static func name(of path: String, in folder: FolderPath = .current) -> String {
    // What lies elsewhere is named from the root of the file system, as git does it.
    for root in [folder.gitTop ?? folder, FolderPath(path: "/")] {
      if let name = root.relativePath(of: path, from: folder) { return name }
    }
    return path
  }

  private mutating func write(
    _ hunk: PatchHunk,
    _ old: [ArraySlice<UInt8>],
    _ new: [ArraySlice<UInt8>]
  ) {
    write(hunk.head + "\n")
    var next = hunk.old.lowerBound
    for change in hunk.changes {
      write(" ", old[next..<change.old.lowerBound])
      write("-", old[change.old])
      write("+", new[change.new])
      next = change.old.upperBound
    }
    write(" ", old[next..<hunk.old.upperBound])
  }

  private mutating func write(_ sign: String, _ lines: ArraySlice<ArraySlice<UInt8>>) {
    for line in lines {
      write(sign)
      bytes += line
      if line.last != UInt8(ascii: "\n") { write("\n\\ No newline at end of file\n") }
    }
  }

  private mutating func write(_ text: String) {
    bytes += text.utf8
  }

  /// The lines with their ends. For git a line ends at a line feed and nowhere else.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }
}
