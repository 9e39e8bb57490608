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

  /// A way in which people write in a comment what comes of the code before it.
  public enum ResultForm: String, Sendable, CaseIterable {
    /// `// => x`, `// -> x` and `// → x`.
    case arrow
    /// `// Prints "x"` and its like.
    case prints
    /// `// returns x`.
    case returns
    /// `// x` behind code, where `x` can be nothing but a value.
    case bare
    /// `// error: x` and `// ❌ x` behind code that must not compile.
    case errors
  }

  /// The ways that count; `nil` for the usual, `// => x` and `// Prints "x"`.
  public var results: Set<ResultForm>?
  /// Which programs are run.
  public var running = Running.all
  /// Whether a cell that fails among the others is tried without them, and wrong only if it fails there
  /// as well.
  public var triesCellsAlone = false
  /// Whether a comment that may be a promise or words of the author's is taken for words.
  public var toleratesDoubts = false
  /// Whether programs run in an empty folder of their own, so that what they write stays nowhere.
  public var runsInEmptyFolder = false

  /// The usual rules.
  public init() {}
}
