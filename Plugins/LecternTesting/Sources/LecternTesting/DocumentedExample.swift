import Testing

/// An example of a package's documentation, as `render verify` checked it: a case for a test of Swift Testing.
///
/// ```swift ignore
/// @Test("The documentation holds", arguments: DocumentedExample.all())
/// func documentation(_ example: DocumentedExample) { example.check() }
/// ```
public struct DocumentedExample: Sendable, Identifiable {
  /// What came of an example.
  public enum Outcome: Sendable {
    /// It compiles, and what it promises holds.
    case verified
    /// Something is wrong with it that nobody knew.
    case failed
    /// What is wrong with it is known.
    case known
    /// Nobody knows, because something else is wrong with its document.
    case notReached
  }

  /// Something that is wrong with it.
  struct Failure: Sendable {
    var message: String
    /// The place in the document.
    var location: SourceLocation
  }

  /// The document and the line, such as `README.md:12`.
  public let id: String
  /// Where it stands.
  public let location: SourceLocation
  /// What came of it.
  public let outcome: Outcome
  let failures: [Failure]

  /// Records what is wrong, each thing at its own place in the document.
  public func check() {
    switch outcome {
    case .verified: break
    case .failed:
      for failure in failures { Issue.record(failure.comment, sourceLocation: failure.location) }
    case .known: recordKnown("what is wrong here is known")
    case .notReached:
      recordKnown("this was not checked, because something else is wrong with its document")
    }
  }

  /// Records what is no failure of its own.
  private func recordKnown(_ message: String) {
    withKnownIssue(sourceLocation: location) {
      Issue.record(Comment(rawValue: message), sourceLocation: location)
    }
  }
}

extension DocumentedExample.Failure {
  var comment: Comment { Comment(rawValue: message) }
}

extension DocumentedExample: CustomStringConvertible, CustomTestStringConvertible {
  /// The document and the line.
  public var description: String { id }
  /// The document and the line.
  public var testDescription: String { id }
}
