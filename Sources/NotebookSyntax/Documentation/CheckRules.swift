/// How a document's cells are checked, as its folder says.
public struct CheckRules: Sendable, Hashable {
  /// Which programs are run.
  public enum Running: String, Sendable, CaseIterable {
    /// All of them.
    case all
    /// Those that promise something; the others are only compiled.
    case promised
    /// None: all are only compiled, and no promise is held against anything.
    case none
  }

  /// Which programs are run.
  public var running = Running.all
  /// Whether a cell that fails among the others is tried without them, and wrong only if it fails there
  /// as well.
  public var triesCellsAlone = false

  /// The usual rules.
  public init() {}
}
