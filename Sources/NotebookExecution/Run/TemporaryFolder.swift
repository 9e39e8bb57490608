import Foundation
import ResultStore
import Synchronization

/// A folder for the files of one run, gone when the run is over, however it ends. Where it is killed,
/// the next run removes the folder.
struct TemporaryFolder: Sendable {
  /// The folder.
  let url: URL

  private static let prefix = "lectern-run-"
  /// The folders in which killed runs' folders were looked for.
  private static let tidied = Mutex<Set<String>>([])

  /// Gives a body a new folder, and removes it after.
  /// - Parameter parent: where it is made; `nil` is where the system keeps such folders.
  static func with<Result: Sendable>(
    in parent: String?,
    _ body: (TemporaryFolder) async throws -> Result
  ) async throws -> Result {
    let parent = parent.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory
    if tidied.withLock({ $0.insert(parent.path).inserted }) {
      HeldFiles.removeLeftovers(in: parent.path) { $0.hasPrefix(prefix) }
    }
    let (url, descriptor) = try make(in: parent)
    defer {
      try? FileManager.default.removeItem(at: url)
      close(descriptor)
    }
    return try await body(TemporaryFolder(url: url.resolvingSymlinksInPath()))
  }

  private static func make(in parent: URL) throws -> (URL, Int32) {
    while true {
      let url = parent.appending(path: prefix + UUID().uuidString)
      // For its owner only: what a notebook computes is nobody else's business.
      try FileManager.default.createDirectory(
        at: url,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
      let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
      if HeldFiles.hold(descriptor) { return (url, descriptor) }
      close(descriptor)
    }
  }

  /// The folder that it lies in.
  var parent: String { url.deletingLastPathComponent().path }

  /// The path of a file in the folder.
  subscript(name: String) -> String { url.appending(path: name).path }

  /// The path of a compiled program.
  func program(_ name: String) -> String { self[name + ".program"] }
}
