import Files
import Foundation

/// A folder, and paths as they are seen from it.
package struct FolderPath: Sendable, Hashable {
  /// The folder's absolute path.
  var path: String

  package init(path: String) { self.path = path }

  /// The folder that paths of the command line start from.
  package static var current: FolderPath {
    FolderPath(path: Folder.current ?? "")
  }

  /// The innermost folder around this one that is the top of a git working tree.
  var gitTop: FolderPath? {
    var names = Self.names(path)
    while true {
      let folder = "/" + names.joined(separator: "/")
      // It is a file in a submodule and in a further working tree.
      if FileStatus.isThere(folder + "/.git") {
        return FolderPath(path: folder)
      }
      if names.popLast() == nil { return nil }
    }
  }

  /// How a path is written from here.
  /// - Parameters:
  ///   - path: the path of a file or folder, as the user gave it.
  ///   - start: where a relative path starts from.
  /// - Returns: `nil` where it leads out of the folder.
  func relativePath(of path: String, from start: FolderPath = .current) -> String? {
    let absolute = path.hasPrefix("/") ? path : start.path + "/" + path
    if let found = Self.remainder(of: absolute, in: self.path) { return found }
    // The same folder may have two names, through a symbolic link.
    let url = URL(filePath: absolute)
    let parent = url.deletingLastPathComponent().resolvingSymlinksInPath().path
    let folder = URL(filePath: self.path).resolvingSymlinksInPath().path
    return Self.remainder(of: parent + "/" + url.lastPathComponent, in: folder)
  }

  private static func remainder(of path: String, in folder: String) -> String? {
    let path = names(path)
    let folder = names(folder)
    guard path.starts(with: folder), path.count > folder.count else { return nil }
    return path.dropFirst(folder.count).joined(separator: "/")
  }

  /// The names in an absolute path, without `.` and `..`.
  private static func names(_ path: String) -> [Substring] {
    path.split(separator: "/").reduce(into: []) { names, name in
      switch name {
      case ".": break
      case "..": _ = names.popLast()
      default: names.append(name)
      }
    }
  }
}
