import Documents
import Files
import Foundation
import ResultStore

/// The files of documents as they are read: what lies on the disk, or text in front of it that is not
/// saved yet.
public struct DocumentFiles: Sendable {
  private var unsaved: [PathKey: [UInt8]] = [:]

  /// The files as they lie on the disk.
  public init() {}

  /// Puts text in front of a file, which need not be there.
  public mutating func put(_ text: String, at path: String) {
    unsaved[PathKey(real: path)] = Array(text.utf8)
  }

  /// Takes away the text in front of a file.
  public mutating func takeText(at path: String) { unsaved[PathKey(real: path)] = nil }

  /// What a file holds; `nil` where it cannot be read.
  public func contents(of path: String) -> [UInt8]? {
    textInFront(of: path) ?? FileManager.default.contents(atPath: path).map { Array($0) }
  }

  /// The text of a file; `nil` where it cannot be read.
  public func source(at path: String) -> SourceText? {
    contents(of: path).map { SourceText(path: path, bytes: $0) }
  }

  /// Whether a file can be read.
  func isReadable(_ path: String) -> Bool {
    textInFront(of: path) != nil || FileManager.default.isReadableFile(atPath: path)
  }

  /// What tells the content of a file from any other; `nil` where it cannot be read.
  func fingerprint(of path: String) -> Fingerprint? {
    textInFront(of: path).map { Fingerprint(of: $0) } ?? Fingerprint(at: path)
  }

  /// Whether a path names a folder.
  func isFolder(_ path: String) throws(InputFault) -> Bool {
    if textInFront(of: path) != nil { return false }
    return try MarkdownFiles.isFolder(path)
  }

  private func textInFront(of path: String) -> [UInt8]? {
    // A path's real name is asked of the disk, which most uses can do without.
    unsaved.isEmpty ? nil : unsaved[PathKey(real: path)]
  }
}
