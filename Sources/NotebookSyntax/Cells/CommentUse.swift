import Documents

/// What a comment behind code is taken for.
public struct CommentUse: Sendable, Hashable {
  /// What it is.
  public enum Kind: Sendable, Hashable {
    /// It says what comes of the code before it, in one of the ways that a document can choose.
    /// - Parameter counts: whether the document chose that way, or it is a usual one.
    case result(CheckRules.ResultForm, counts: Bool)
    /// It says which warning or crash is due.
    case message(PromiseKind)
    /// It may be a result or words of the author's, for a reason.
    case ambiguous(String)
    /// Words.
    case prose
  }

  /// What it is.
  public var kind: Kind
  /// Where it stands; a result of several lines with all of them.
  public var range: SourceRange

  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
