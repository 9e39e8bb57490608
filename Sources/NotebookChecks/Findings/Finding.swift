import Documents
import NotebookSyntax

/// A promise that does not hold.
public struct Finding: Sendable {
  /// The promise.
  public var promise: Promise
  /// Where it breaks, how, and what to do.
  public var diagnostic: Diagnostic
  /// What came instead; `nil` where nothing came that could be held against it.
  public var shown: String?
  /// What is promised against what came, by line; empty where there is nothing to compare.
  public var difference: [DifferenceLine]
  /// What makes the promise true; `nil` where only the author can.
  public var edit: SourceEdit?
  /// What the promise says when the edit is made.
  public var accepted: String?

  /// - Parameters:
  ///   - promise: the promise.
  ///   - diagnostic: where it breaks, how, and what to do.
  ///   - shown: what came instead.
  ///   - difference: what is promised against what came, by line.
  ///   - edit: what makes the promise true.
  ///   - accepted: what the promise says then.
  public init(
    promise: Promise,
    diagnostic: Diagnostic,
    shown: String? = nil,
    difference: [DifferenceLine] = [],
    edit: SourceEdit? = nil,
    accepted: String? = nil
  ) {
    self.promise = promise
    self.diagnostic = diagnostic
    self.shown = shown
    self.difference = difference
    self.edit = edit
    self.accepted = accepted
  }
}

/// Bytes of a document that are to be replaced.
public struct SourceEdit: Sendable, Hashable {
  /// The bytes that go.
  public var range: SourceRange
  /// The text that takes their place.
  public var text: String

  /// - Parameters:
  ///   - range: the bytes that go.
  ///   - text: the text that takes their place.
  public init(range: SourceRange, text: String) {
    self.range = range
    self.text = text
  }
}
