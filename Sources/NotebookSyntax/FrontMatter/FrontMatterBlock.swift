import Documents

/// The lines of a document that are its front matter, or were meant to be.
///
/// A line `---` is a thematic break for Markdown, and the lower of two of them underlines a heading.
/// So what stands between is front matter only where it looks like YAML.
struct FrontMatterBlock {
  /// From the first `---` to the end of the last line of marks.
  var whole: SourceRange
  /// The YAML between.
  var yaml: SourceRange

  /// What stands at the head of a document.
  enum Head {
    case none
    case closed(FrontMatterBlock)
    /// Front matter that is never closed, by its first line.
    case open(SourceRange)
    /// Front matter in another language, by its first line.
    case foreign(String, SourceRange)
  }

  static func head(of source: SourceText) -> Head {
    let first = source.position(at: source.contentStart).line
    guard source.lineCount > first else { return .none }
    guard isOpening(first, in: source) else { return foreignHead(at: first, in: source) }
    let body = Body(in: source, from: first + 1)
    guard let last = body.closing else {
      return body.tellingKeys > 0 && body.isMetadata ? .open(source.lineRange(first)) : .none
    }
    guard last == first + 1 || body.keys > 0 else { return .none }
    // A blank line parts a thematic break from text, which may hold a colon.
    if body.tellingKeys == 0, body.hasBlankLine { return .none }
    let end = last < source.lineCount ? source.lineStarts[last] : source.contentEnd
    return .closed(
      FrontMatterBlock(
        whole: source.contentStart..<end,
        yaml: source.lineStarts[first]..<source.lineStarts[last - 1]
      )
    )
  }

  /// TOML between lines `+++`, or JSON in braces or between lines `;;;`.
  private static func foreignHead(at first: Int, in source: SourceText) -> Head {
    let mark = text(of: first, in: source)
    guard let closing = ["+++": "+++", "{": "}", ";;;": ";;;"][mark] else { return .none }
    let longest = 200
    var isTelling = false
    for number in first + 1...min(first + longest, source.lineCount) {
      let line = text(of: number, in: source)
      if line == closing {
        guard isTelling else { return .none }
        return .foreign(mark == "+++" ? "TOML" : "JSON", source.lineRange(first))
      }
      let pattern = mark == "+++" ? /\s*([\w-]+)\s*=.*/ : /\s*"([\w-]+)"\s*:.*/
      if let match = line.wholeMatch(of: pattern) {
        isTelling = isTelling || FrontMatterKeys.isTelling(String(match.1))
      }
    }
    return .none
  }

  /// The first line of front matter that does not stand at the head.
  /// - Parameters:
  ///   - number: the line of a `---` in the midst of the text.
  ///   - isFirst: whether nothing but blank lines and comments stands before it.
  static func late(at number: Int, isFirst: Bool, in source: SourceText) -> SourceRange? {
    guard number < source.lineCount, isOpening(number, in: source) else { return nil }
    let body = Body(in: source, from: number + 1, stopsAtBlankLine: true)
    guard body.isMetadata, body.closing != nil || isFirst else { return nil }
    // Further below, one line between two breaks may be a heading.
    return body.tellingKeys >= (isFirst ? 1 : 2) ? source.lineRange(number) : nil
  }

  private static func isOpening(_ number: Int, in source: SourceText) -> Bool {
    text(of: number, in: source) == "---"
  }

  /// A line without the white space at its end.
  private static func text(of number: Int, in source: SourceText) -> String {
    var range = source.lineRange(number)
    while let last = source.bytes[range].last, last.isASCIIWhitespace { range = range.dropLast() }
    return source[range]
  }

  /// What follows a `---`.
  private struct Body {
    /// The number of the line that closes it.
    var closing: Int?
    /// How many lines have a key, and how many of these keys belong to front matter.
    var keys = 0
    var tellingKeys = 0
    /// Whether each line up to the first blank one could be YAML.
    var isMetadata = true
    var hasBlankLine = false

    init(in source: SourceText, from first: Int, stopsAtBlankLine: Bool = false) {
      for number in stride(from: first, through: source.lineCount, by: 1) {
        let line = FrontMatterBlock.text(of: number, in: source)
        if line == "---" || line == "..." {
          closing = number
          return
        }
        if line.isEmpty {
          hasBlankLine = true
          if stopsAtBlankLine { return }
        } else if let key = Self.key(of: line) {
          keys += 1
          // Without an end only what stands close together belongs to it.
          if !hasBlankLine || tellingKeys == 0, FrontMatterKeys.isTelling(key) { tellingKeys += 1 }
        } else if !hasBlankLine, !Self.mayGoOn(line) {
          isMetadata = false
          if stopsAtBlankLine { return }
        }
      }
    }

    /// The key of `key: value` or `"key": value`.
    private static func key(of line: String) -> String? {
      guard let colon = line.firstIndex(of: ":"), let first = line.first,
        first.isLetter || first == "_" || first == "\"" || first == "'" || first == "{"
      else { return nil }
      let rest = line[line.index(after: colon)...]
      guard rest.isEmpty || rest.first?.isWhitespace == true else { return nil }
      let key = line[..<colon].filter { !"\"'{".contains($0) }
      let longestKey = 40
      return key.count <= longestKey ? key.trimmingBlanks : nil
    }

    /// Whether a line may go on with the value of a key, or be a comment.
    private static func mayGoOn(_ line: String) -> Bool {
      line.first?.isWhitespace == true || line.hasPrefix("#") || line == "-" || line.hasPrefix("- ")
        || line.hasPrefix("}") || line.hasPrefix("]")
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    while text.first?.isWhitespace == true { text.removeFirst() }
    return String(text)
  }
}
