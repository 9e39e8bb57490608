import Files
import Foundation

/// What a build program, which looks at the times of files, must watch to notice a change at a path.
enum WatchedPaths {
  /// The same for all whose content counts, each once; where only counts that there is something, or how
  /// it is called, there are none.
  static func paths(for dependencies: [FileDependency]) -> [String] {
    var seen: Set<PathKey> = []
    return dependencies.filter { [.content, .excerpt].contains($0.use) }
      .flatMap { paths(for: $0.path) }
      .filter { seen.insert(PathKey($0)).inserted }
  }

  /// A file; a folder with all in it that is not hidden; or, where there is nothing, the nearest folder
  /// above, which changes when something comes.
  static func paths(for path: String) -> [String] {
    let content = FileTree.content(of: path)
    guard content.isEmpty else { return content.map(\.path) }
    let parent = URL(filePath: path).deletingLastPathComponent().relativePath
    let above = parent == path ? "." : parent
    return FileStatus.isThere(above) ? [above] : paths(for: above)
  }
}
