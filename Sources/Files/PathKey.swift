import Foundation

/// A path as something to compare: by its bytes.
///
/// Swift takes two texts for one that differ only in Unicode's normal form; files of these names are two.
package struct PathKey: Hashable, Comparable, Sendable {
  private let bytes: [UInt8]

  /// A path by the letters that it is written with.
  package init(_ path: String) { self.init(bytes: Array(path.utf8)) }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// A file by what all its names have in common; one that is not there by the folder in which it would
  /// lie.
  package init(real path: String) { self.init(bytes: Self.real(path)) }

  /// A path that is the same for all names of a file.
  package static func realPath(_ path: String) -> String {
    String(decoding: real(path), as: UTF8.self)
  }

  /// Whether a path begins as another does.
  package func begins(with other: PathKey) -> Bool { bytes.starts(with: other.bytes) }

  /// The path as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What lies in a folder on the way to this: its name there; `nil` where this lies elsewhere.
  func name(below folder: PathKey) -> PathKey? {
    let slash = UInt8(ascii: "/")
    let start = folder.bytes.last == slash ? folder.bytes : folder.bytes + [slash]
    guard bytes.starts(with: start), bytes.count > start.count else { return nil }
    return PathKey(bytes: Array(bytes[start.count...].prefix { $0 != slash }))
  }

  private static func real(_ path: String) -> [UInt8] {
    if let real = realpath(path, nil) {
      defer { free(real) }
      let letters = UnsafeBufferPointer(start: real, count: strlen(real))
      return letters.map(UInt8.init(bitPattern:))
    }
    let url = URL(filePath: path).standardizedFileURL
    let folder = url.deletingLastPathComponent()
    guard folder.path != url.path else { return Array(url.path.utf8) }
    let start = real(folder.path)
    let slash = UInt8(ascii: "/")
    return start + (start.last == slash ? [] : [slash]) + Array(url.lastPathComponent.utf8)
  }

  package static func < (left: PathKey, right: PathKey) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
