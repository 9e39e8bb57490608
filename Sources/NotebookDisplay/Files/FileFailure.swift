/// Why a file's content cannot be had.
public struct FileFailure: Error, Hashable, Sendable {
  /// The path, as it was asked for.
  public let path: String
  /// What is wrong.
  public let reason: Reason

  /// What is wrong with a file.
  public enum Reason: Hashable, Sendable {
    /// There is none.
    case missing
    /// It is a folder, a pipe or a device.
    case notAFile
    /// The system does not give it; its own words.
    case unreadable(String)
    /// It is not UTF-8; the offset of the first byte that cannot be read so.
    case notUTF8(offset: Int)
  }

  /// - Parameters:
  ///   - path: the path, as it was asked for.
  ///   - reason: what is wrong.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

extension FileFailure: CustomStringConvertible {
  /// A sentence with the path and the reason.
  public var description: String {
    switch reason {
    case .missing: "there is no file '\(path)'"
    case .notAFile: "'\(path)' is not a file that can be read as a whole"
    case .unreadable(let words): "'\(path)' cannot be read: \(words)"
    case .notUTF8(let offset): "'\(path)' is not UTF-8 text; see its byte \(offset)"
    }
  }
}
