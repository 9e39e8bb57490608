/// Something that an author must or should know about a document, as a value.
///
/// It is turned into text only at the edge, so that a terminal, a report and a page show the same.
public struct Diagnostic: Error, Sendable, Hashable, Codable {
  /// How bad it is.
  public enum Severity: String, Sendable, Codable {
    case error, warning, note
  }

  /// What a diagnostic is about, whatever the words in which it is said.
  ///
  /// Each room declares its own as static members, so that a name is written once, and the compiler
  /// knows all who depend on it.
  public struct Kind: RawRepresentable, Sendable, Hashable, Codable {
    /// A short name, such as `unknown-label`, that never changes: reports give it.
    public let rawValue: String

    /// A kind by its short name.
    public init(rawValue: String) { self.rawValue = rawValue }

    package init(_ name: String) { self.init(rawValue: name) }
  }

  private enum CodingKeys: String, CodingKey {
    case severity, message, help, path, start, end
    case kind = "identifier"
  }

  /// How bad it is.
  public var severity: Severity
  /// What it is about.
  public var kind: Kind
  /// What is wrong, in a sentence without a full stop.
  public var message: String
  /// What to do about it.
  public var help: String?
  /// The document, as messages name it.
  public var path: String
  /// The first character that is meant; `nil` where the whole document is.
  public var start: SourcePosition?
  /// The place after the last character that is meant.
  public var end: SourcePosition?

  /// - Parameters:
  ///   - severity: how bad it is.
  ///   - kind: what it is about.
  ///   - message: what is wrong, in a sentence without a full stop.
  ///   - help: what to do about it.
  ///   - path: the document, as messages name it.
  ///   - start: the first character that is meant.
  ///   - end: the place after the last character that is meant.
  public init(
    _ severity: Severity,
    _ kind: Kind,
    _ message: String,
    help: String? = nil,
    path: String,
    start: SourcePosition? = nil,
    end: SourcePosition? = nil
  ) {
    self.severity = severity
    self.kind = kind
    self.message = message
    self.help = help
    self.path = path
    self.start = start
    self.end = end
  }

  /// A diagnostic about a range of a document.
  public init(
    _ severity: Severity,
    _ kind: Kind,
    _ message: String,
    help: String? = nil,
    in source: SourceText,
    at range: SourceRange
  ) {
    self.init(
      severity,
      kind,
      message,
      help: help,
      path: source.path,
      start: source.position(at: range.lowerBound),
      end: source.position(at: range.upperBound)
    )
  }

  /// The short name of its kind, as reports give it.
  public var identifier: String { kind.rawValue }
}
