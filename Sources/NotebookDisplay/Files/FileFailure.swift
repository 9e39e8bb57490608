/// Why a file's content cannot be had.
///
/// ```swift
/// do {
///   _ = try contents(of: "marks.csv")
/// } catch {
///   print(error.path, error.reason)  // Prints "marks.csv missing"
/// }
/// ```
public struct FileFailure: Error, Hashable, Sendable {
  /// The path, as it was asked for.
  ///
  /// ```swift
  /// FileFailure(path: "marks.csv", reason: .missing).path  // => marks.csv
  /// ```
  public let path: String
  /// What is wrong.
  ///
  /// ```swift
  /// FileFailure(path: "marks.csv", reason: .missing).reason == .missing  // => true
  /// ```
  public let reason: Reason

  /// What is wrong with a file.
  ///
  /// ```swift
  /// let failure = FileFailure(path: "photo.png", reason: .notUTF8(offset: 0))
  /// print(failure)  // Prints "'photo.png' is not UTF-8 text; see its byte 0"
  /// ```
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

  /// ```swift
  /// let failure = FileFailure(path: "marks.csv", reason: .unreadable("permission denied"))
  /// print(failure)  // Prints "'marks.csv' cannot be read: permission denied"
  /// ```
  ///
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
  ///
  /// ```swift
  /// FileFailure(path: "marks.csv", reason: .missing).description  // => there is no file 'marks.csv'
  /// ```
  public var description: String {
    switch reason {
    case .missing: "there is no file '\(path)'"
    case .notAFile: "'\(path)' is not a file that can be read as a whole"
    case .unreadable(let words): "'\(path)' cannot be read: \(words)"
    case .notUTF8(let offset): "'\(path)' is not UTF-8 text; see its byte \(offset)"
    }
  }
}
