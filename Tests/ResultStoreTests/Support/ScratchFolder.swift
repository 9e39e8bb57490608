import Foundation
import TestSupport

extension ScratchFolder {
  /// Where its store is.
  var store: String { path("store") }
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
