import Files
import Foundation

/// What a build program, which looks at the times of files, must watch to notice a change at a path.
enum WatchedPaths {
  /// A file; a folder with all in it that is not hidden; or, where there is nothing, the nearest folder
  /// above, which changes when something comes.
  static func paths(for path: String) -> [String] {
    let content = FileTree.content(of: path)
    guard content.isEmpty else { return content.map(\.path) }
    let parent = URL(filePath: path).deletingLastPathComponent().relativePath
    let above = parent == path ? "." : parent
    return FileManager.default.fileExists(atPath: above) ? [above] : paths(for: above)
  }
}
