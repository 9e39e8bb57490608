import Documents

/// What a comment in a cell promises about the code before it.
public struct CommentPromise: Sendable, Hashable, Codable {
  /// One line of what is promised.
  public struct Line: Sendable, Hashable, Codable {
    /// Where the comment begins, with its `//`.
    public var comment: Int
    /// The bytes of the promised text.
    public var text: SourceRange
    /// Whether a quotation mark stands before the text.
    public var opensQuote = false
    /// Whether a quotation mark stands behind the text.
    public var closesQuote = false
    /// The mark that closes the text.
    public var quote = "\""

    package init(
      comment: Int,
      text: SourceRange,
      opensQuote: Bool = false,
      closesQuote: Bool = false,
      quote: String = "\""
    ) {
      self.comment = comment
      self.text = text
      self.opensQuote = opensQuote
      self.closesQuote = closesQuote
      self.quote = quote
    }
  }

  /// What makes a comment unclear that looks like a promise.
  public enum Doubt: String, Sendable, Hashable, Codable {
    /// What is printed has no quotation marks, so that it may be words of the author's.
    case noQuotes
    /// It is one text or another.
    case alternatives
    /// It stands in a `/* */` of several lines.
    case block
  }

  /// How it is promised: one of the ways in which a comment can.
  public var kind: PromiseKind
  /// What is promised, line by line; at least one.
  public var lines: [Line]
  /// The text of the lines, joined by `\n`.
  public var text: String
  /// How often its one text is printed, as in `// Prints "text" twice`.
  public var count = 1
  /// The text where the marks between several on a line are its own, as in
  /// `// Prints "the words "yes" and "no""`.
  public var wholeText: String?
  /// Whether a quotation mark is never closed.
  public var isUnclosed = false
  /// Why it cannot be held against anything: it looks like a promise, and is none.
  public var doubt: Doubt?
  /// Whether there is anything before it that can be held against it, as far as it is about a value
  /// or printed text.
  public var hasSubject = true
  /// Whether it stands inside a statement, such as a loop or a function.
  public var isInside = false

  package init(
    kind: PromiseKind,
    lines: [Line],
    text: String,
    count: Int = 1,
    wholeText: String? = nil,
    isUnclosed: Bool = false,
    doubt: Doubt? = nil
  ) {
    self.kind = kind
    self.lines = lines
    self.text = text
    self.count = count
    self.wholeText = wholeText
    self.isUnclosed = isUnclosed
    self.doubt = doubt
  }

  /// The offset of its first byte, which names it in a transcript.
  public var id: Int { lines[0].comment }

  /// The same promise with the marks between its texts as its own; `nil` where that makes no difference.
  public var asOneText: CommentPromise? {
    guard let wholeText, let last = lines.last else { return nil }
    var promise = self
    promise.lines = [lines[0]]
    promise.lines[0].text = lines[0].text.lowerBound..<last.text.upperBound
    promise.text = wholeText
    promise.wholeText = nil
    return promise
  }

  /// Whether it promises what the compiler or the runtime has to say, rather than what code gives.
  public var isAboutMessage: Bool { [.error, .warning, .crash].contains(kind) }

  /// Whether it may be words of the author's, and no promise.
  public var mayBeWords: Bool { doubt == .noQuotes || doubt == .alternatives }

  /// Whether a message says what is promised; `[...]` stands for anything.
  public func isSaid(in message: String) -> Bool {
    var rest = message[...]
    for part in text.split(separator: "[...]") {
      guard let found = rest.range(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  /// The comments, from the first `//` to the end of the last line.
  public var range: SourceRange {
    let last = lines[lines.count - 1]
    return id..<max(id + 2, last.text.upperBound + (last.closesQuote ? last.quote.utf8.count : 0))
  }
}
