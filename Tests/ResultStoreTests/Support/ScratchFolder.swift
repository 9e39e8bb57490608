import Foundation

/// A folder for one test, which goes when the test is over.
final class ScratchFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "lectern-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var store: String { path("store") }

  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file, and the folders that it lies in.
  func write(_ text: String, to name: String) throws {
    let file = url.appending(path: name)
    let folder = file.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: url.appending(path: name), encoding: .utf8)
  }

  /// The files and folders in this one, however deep, sorted.
  func names(in name: String = "") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path(name)).sorted()
  }
}

/// Bytes of a file, and putting other bytes there.
enum Bytes {
  static func read(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  /// Makes a file look as if it was last changed some time ago.
  static func age(_ path: String, by time: TimeInterval) throws {
    let date = Date(timeIntervalSinceNow: -time)
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
  }

  static func age(of path: String) throws -> TimeInterval {
    let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    return -(date ?? .distantPast).timeIntervalSinceNow
  }
}
