import Foundation

/// What a build program, which looks at the times of files, must watch to notice a change at a path.
enum WatchedPaths {
  /// A file; a folder with all in it that is not hidden; or, where there is nothing, the nearest folder
  /// above, which changes when something comes.
  static func paths(for path: String) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      let parent = URL(filePath: path).deletingLastPathComponent().relativePath
      let above = parent == path ? "." : parent
      return FileManager.default.fileExists(atPath: above) ? [above] : paths(for: above)
    }
    guard isFolder.boolValue else { return [path] }
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    let shown = names.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
    return [path] + shown.sorted().map { MarkdownFiles.join(path, $0) }
  }
}
