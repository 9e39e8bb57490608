import Foundation

/// A folder for one test, which goes when the test is over.
package final class ScratchFolder: Sendable {
  /// Where it is.
  package let url: URL
  /// Holds nothing else: what a notebook may find around it is not another test's.
  private let surroundings: URL

  package init() throws {
    surroundings = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "lectern-render-\(UUID().uuidString)")
    url = surroundings.appending(path: "around/folder")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    // A browser's helpers may still write into its profile for a moment after it has ended.
    for _ in 0..<100 {
      try? FileManager.default.removeItem(at: surroundings)
      if !FileManager.default.fileExists(atPath: surroundings.path) { return }
      usleep(20_000)
    }
  }

  /// The path of a file in the folder.
  package func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file, and the folders that it lies in.
  /// - Returns: its path.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  @discardableResult
  package func write(_ data: Data, to name: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try data.write(to: file)
    return file.path
  }

  package func read(_ name: String) throws -> String {
    try String(contentsOf: url.appending(path: name), encoding: .utf8)
  }

  package func data(_ name: String) throws -> Data {
    try Data(contentsOf: url.appending(path: name))
  }

  /// The files in a folder of this one, however deep, sorted.
  package func files(in name: String = "") throws -> [String] {
    try names(in: name).filter { inner in
      var isFolder: ObjCBool = false
      let path = url.appending(path: name).appending(path: inner).path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }

  /// The files and folders in a folder of this one, however deep, sorted; none where it is not there.
  package func names(in name: String = "") throws -> [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: path(name))) ?? []).sorted()
  }

  /// A text in which the paths of this folder are relative to it.
  package func relative(_ text: String) -> String {
    text.replacing(url.path + "/", with: "")
  }
}
