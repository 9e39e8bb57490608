import Files

/// The folder that a program runs in, by its one name from the root.
///
/// A program that may read files by relative paths, or ask for its folder, belongs to that.
struct ProgramFolder {
  /// The path, without links.
  let path: String

  /// - Parameter path: the folder by any of its names.
  init(_ path: String) {
    self.path = PathKey.realPath(path.isEmpty ? "." : path)
  }

  /// The way to it from another folder.
  func path(from other: ProgramFolder) -> String {
    let (own, start) = (path.split(separator: "/"), other.path.split(separator: "/"))
    let common = zip(own, start).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: start.count - common)
    return (up + own.dropFirst(common).map(String.init)).joined(separator: "/")
  }
}
