/// A file or folder on which something depends, whether it was there or not.
public struct FileDependency: Hashable, Sendable {
  /// What of it counts.
  public enum Use: Hashable, Sendable {
    /// All that it holds.
    case content
    /// Something that is read out of what it holds, such as its labels.
    case excerpt
    /// The names in it.
    case names
    /// Whether there is anything, and whether that is a folder.
    case presence
  }

  /// The path, as it was asked for.
  public var path: String
  /// What of it counts.
  public var use: Use

  /// - Parameters:
  ///   - path: the path.
  ///   - use: what of it counts.
  public init(path: String, use: Use) {
    self.path = path
    self.use = use
  }
}
