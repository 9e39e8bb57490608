import Foundation

/// A folder for the files of one run, gone when the run is over, however it ends.
struct TemporaryFolder: Sendable {
  /// The folder.
  let url: URL

  /// Gives a body a new folder, and removes it after.
  /// - Parameter parent: where it is made; `nil` is where the system keeps such folders.
  static func with<Result: Sendable>(
    in parent: String?,
    _ body: (TemporaryFolder) async throws -> Result
  ) async throws -> Result {
    let name = "lectern-\(UUID().uuidString)"
    let parent = parent.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory
    let url = parent.appending(path: name)
    // For its owner only: what a notebook computes is nobody else's business.
    try FileManager.default.createDirectory(
      at: url,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
    defer { try? FileManager.default.removeItem(at: url) }
    return try await body(TemporaryFolder(url: url.resolvingSymlinksInPath()))
  }

  /// The path of a file in the folder.
  subscript(name: String) -> String { url.appending(path: name).path }
}
