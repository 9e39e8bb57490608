import ResultStore

extension Transcript {
  /// A file that a program opened.
  public struct OpenedFile: Sendable, Hashable, Codable {
    /// The path, which begins at the program's folder.
    public var path: String
    /// What it held; `nil` where it was not there.
    public var content: Fingerprint?

    /// - Parameters:
    ///   - path: the path, which begins at the program's folder.
    ///   - content: what it held.
    public init(path: String, content: Fingerprint?) {
      self.path = path
      self.content = content
    }
  }
}
