import Files
import Foundation

/// Where repositories of git lie.
enum Repository {
  /// The folder of the repository that a folder lies in; `nil` where it lies in none.
  static func folder(around folder: String) -> String? {
    var here = URL(filePath: folder.isEmpty ? "." : folder).standardizedFileURL
      .resolvingSymlinksInPath()
    while true {
      if FileStatus.isThere(here.appending(path: ".git").path) { return here.path }
      let above = here.deletingLastPathComponent()
      guard above.path != here.path else { return nil }
      here = above
    }
  }
}
