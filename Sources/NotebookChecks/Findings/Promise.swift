import Documents
import NotebookSyntax

/// Something that a document says about its code, and that is checked.
public struct Promise: Sendable, Hashable {
  /// The ways to promise.
  public typealias Kind = PromiseKind

  /// How it is promised.
  public var kind: Kind
  /// Where it stands: the fence, the comment, the value in the text.
  public var range: SourceRange
  /// What is promised, without what marks it as a promise; empty where only the word stands.
  public var text: String

  /// - Parameters:
  ///   - kind: how it is promised.
  ///   - range: where it stands.
  ///   - text: what is promised.
  public init(kind: Kind, range: SourceRange, text: String) {
    self.kind = kind
    self.range = range
    self.text = text
  }
}
