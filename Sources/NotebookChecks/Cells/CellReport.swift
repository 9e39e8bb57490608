import Documents
import NotebookSyntax

/// What became of one cell.
public struct CellReport: Sendable {
  /// How far it came.
  public enum State: String, Sendable, CaseIterable {
    /// It is wrong, or what it promises does not hold.
    case failed
    /// It is wrong, and all that is wrong with it is known.
    case known
    /// Nobody knows, because something else is wrong with its document.
    case notReached = "not-reached"
    /// All that it promises holds.
    case promised
    /// It was run, and promises nothing.
    case run
    /// It was compiled and not run.
    case compiled
    /// It is not checked, for a ``CellReport/reason``.
    case notChecked = "not-checked"
  }

  /// The fence, from its first character to its last.
  public var range: SourceRange
  /// The code.
  public var code: Snippet
  /// How far it came.
  public var state: State
  /// Why it is not checked, in a word; `nil` where it is.
  public var reason: String?
  /// Whether readers do not see it.
  public var isHidden: Bool
  /// The offset of its first byte, which names it in a notebook.
  package var id = 0
  /// Whether it compiles.
  public var isCompiled = false
  /// Whether it was run.
  public var isRun = false
  /// What it promises, in its comments, by its words, and in the `output` fences behind it.
  public var promises: [Promise]

  /// Whether nothing is wrong with it, as far as it is checked.
  public var isVerified: Bool { [.promised, .run, .compiled].contains(state) }

  /// - Parameters:
  ///   - range: the fence.
  ///   - code: the code.
  ///   - state: how far it came.
  ///   - reason: why it is not checked.
  ///   - isHidden: whether readers do not see it.
  ///   - promises: what it promises.
  public init(
    range: SourceRange,
    code: Snippet,
    state: State,
    reason: String? = nil,
    isHidden: Bool = false,
    promises: [Promise] = []
  ) {
    self.range = range
    self.code = code
    self.state = state
    self.reason = reason
    self.isHidden = isHidden
    self.promises = promises
  }
}
