import Files
import Foundation

/// What git ignores in a folder, as git itself says: its rules stand in many places, hold for folders
/// within, can be taken back, and do not count for files that are kept all the same.
struct IgnoredPaths: Sendable {
  private var paths: Set<PathKey> = []
  /// Whether git was asked, and the folder is in a repository.
  private(set) var isComplete = false
  /// Why git could not be asked.
  private(set) var fault: String?

  /// Nothing is ignored.
  init() {}

  /// - Parameters:
  ///   - folder: where to look.
  ///   - isOutsideRepository: whether the rules count that lie in the folder, though it is no repository.
  init(below folder: String, isOutsideRepository: Bool = false) {
    var repository: EmptyRepository?
    if isOutsideRepository {
      repository = EmptyRepository()
      guard repository != nil else {
        fault = "git needs a folder in '\(EmptyRepository.place)', where none can be made"
        return
      }
    } else if Repository.folder(around: folder) == nil {
      return
    }
    defer { repository?.remove() }
    do throws(GitCall.Fault) {
      let list = try GitCall.output(
        of: [
          "ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z",
        ],
        in: folder,
        repository: repository?.path
      )
      read(GitCall.names(in: list))
    } catch {
      fault = error.message
    }
  }

  /// Whether a path below the folder is ignored, or lies in a folder that is.
  func contains(_ inner: String) -> Bool {
    guard !paths.isEmpty else { return false }
    var path = ""
    for name in RelativePath.names(inner) {
      path += path.isEmpty ? name : "/" + name
      if paths.contains(PathKey(path)) { return true }
    }
    return false
  }

  private mutating func read(_ names: [String]) {
    isComplete = true
    for name in names {
      // The folder itself is ignored: whoever names it means it.
      if name == "./" {
        paths = []
        return
      }
      paths.insert(PathKey(name.hasSuffix("/") ? String(name.dropLast()) : name))
    }
  }
}
