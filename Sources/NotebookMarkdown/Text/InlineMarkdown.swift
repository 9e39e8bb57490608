/// A line of Markdown, put together from words and markup so that each is read as what it is.
struct InlineMarkdown {
  /// A part of it.
  enum Part {
    /// Words that mean nothing but themselves.
    case words(String)
    /// Code, and whether it stands in a cell of a table.
    case code(String, isInTable: Bool)
    /// Markdown that is read by itself, wherever it stands.
    case markup(String)
    /// Markdown between marks such as `**`, and the tag by which HTML says the same.
    case marked(mark: String, tag: String, String)
    /// The end of a line, and what stands before it.
    case lineEnd(String)
  }

  private(set) var text = ""

  /// - Parameters:
  ///   - parts: the parts, in order.
  ///   - isAtLineStart: whether the first begins a line.
  init(_ parts: [Part], isAtLineStart: Bool) {
    var isAtLineStart = isAtLineStart
    var endsWithCode = false
    for (index, part) in parts.enumerated() {
      switch part {
      case .words(let words):
        text += EscapedText(words, isAtLineStart: isAtLineStart).text
      case .code(let code, let isInTable):
        // Two marks of code beside each other would be one.
        text +=
          endsWithCode
          ? MarkdownSyntax.codeTag(code) : MarkdownSyntax.code(code, isInTable: isInTable)
      case .markup(let markup):
        text += markup
      case .marked(let mark, let tag, let inner):
        let next = index + 1 < parts.count ? parts[index + 1].first : nil
        text +=
          Self.canMark(inner, with: mark, after: text.last, before: next)
          ? mark + inner + mark : "<\(tag)>\(inner)</\(tag)>"
      case .lineEnd(let mark):
        text += mark + "\n"
      }
      endsWithCode = part.isCode
      isAtLineStart = text.isEmpty ? isAtLineStart : text.last == "\n"
    }
  }

  /// Whether marks around a text are read as its marks, by the rules of CommonMark for what is beside them.
  private static func canMark(
    _ inner: String,
    with mark: String,
    after before: Character?,
    before after: Character?
  ) -> Bool {
    guard let first = inner.first, let last = inner.last, let sign = mark.first,
      !first.isWhitespace, !last.isWhitespace, !holds(sign, inner)
    else { return false }
    // Beside words the marks must touch words.
    let opens = first.isWordCharacter || before.map { $0.isOpenPlace && $0 != sign } ?? true
    let closes = last.isWordCharacter || after.map { $0.isOpenPlace && $0 != sign } ?? true
    return opens && closes && before != sign && after != sign && before != "\\"
  }
}

extension InlineMarkdown {
  /// Whether a sign stands in Markdown without a backslash before it.
  private static func holds(_ sign: Character, _ text: String) -> Bool {
    var isEscaped = false
    for character in text {
      if character == sign, !isEscaped { return true }
      isEscaped = character == "\\" && !isEscaped
    }
    return false
  }
}

extension InlineMarkdown.Part {
  fileprivate var isCode: Bool {
    if case .code = self { true } else { false }
  }

  /// The first character that it writes, as far as it can be told.
  fileprivate var first: Character? {
    switch self {
    case .words(let words): words.first
    case .code: "`"
    case .markup(let markup): markup.first
    case .marked(let mark, _, _): mark.first
    case .lineEnd: "\n"
    }
  }
}

extension Character {
  fileprivate var isWordCharacter: Bool { isLetter || isNumber }

  /// Whether marks may stand beside it that touch no word: white space or a sign. GitHub's parser looks
  /// past tildes.
  fileprivate var isOpenPlace: Bool {
    (isWhitespace || isPunctuation || isSymbol) && self != "~"
  }
}
