import Documents

/// Raw HTML as it stands in the source, which may be a comment that is a cell: it runs and is never shown.
struct RawBlock {
  let literal: String
  /// The bytes that it covers.
  let range: SourceRange
  private let source: SourceText
  /// The words of the first line of a comment; `nil` where this is none.
  private let words: FenceWords?

  init(_ literal: String, _ range: SourceRange, in source: SourceText) {
    self.literal = literal
    self.range = range
    self.source = source
    words = Self.commentWords(literal, range, source)
  }

  /// The words of a comment that is a cell; `nil` where it is none.
  var cellWords: FenceWords? {
    words?.words.first.map { source[$0.range] } == "swift" ? words : nil
  }

  /// A comment about the cell behind it; `nil` where it is none.
  var cellComment: CellComment? {
    guard let words = commandWords, expectation == nil else { return nil }
    return CellComment(words: Array(words), range: comment ?? range)
  }

  /// What stands behind `lectern:`; `nil` where the comment is of another kind.
  private var commandWords: ArraySlice<FenceWords.Word>? {
    guard let words, let first = words.words.first, source[first.range] == "lectern:" else {
      return nil
    }
    return words.words.dropFirst()
  }

  /// A comment that says what the cell behind it shows: `<!-- lectern: expect 5.0 -->`, or with the text on lines
  /// of its own. `nil` where it is none.
  var expectation: OutputFence? {
    guard let word = commandWords?.first, source[word.range] == CellComment.expect, let comment
    else { return nil }
    let line = source.textRange(ofLine: source.position(at: word.range.lowerBound).line)
    let isOneLine = comment.upperBound <= line.upperBound
    let end = isOneLine ? comment.upperBound - 3 : line.upperBound
    var text = word.range.upperBound..<max(word.range.upperBound, end)
    while !text.isEmpty, source.bytes[text.lowerBound].isASCIIWhitespace { text.removeFirst() }
    while !text.isEmpty, source.bytes[text.upperBound - 1].isASCIIWhitespace { text.removeLast() }
    var snippet = Snippet(text: source[text], lineOrigins: [text.lowerBound])
    if !isOneLine {
      let code = code
      let isBelow = text.isEmpty
      snippet = Snippet(
        text: isBelow ? code.text : snippet.text + "\n" + code.text,
        lineOrigins: (isBelow ? [] : snippet.lineOrigins) + code.lineOrigins
      )
    }
    return OutputFence(range: comment, text: snippet, rule: ComparisonRule(), isComment: true)
  }

  /// The bytes of the comment; `nil` where it is never closed.
  var comment: SourceRange? {
    source[range].offset(of: "-->").map { range.lowerBound..<range.lowerBound + $0 + 3 }
  }

  /// The words of the first line of a comment, if this is one.
  private static func commentWords(
    _ literal: String,
    _ range: SourceRange,
    _ source: SourceText
  ) -> FenceWords? {
    guard literal.drop(while: { $0 == " " }).hasPrefix("<!--") else { return nil }
    let line = source.textRange(ofLine: source.position(at: range.lowerBound).line)
    guard let mark = source[line].offset(of: "<!--") else { return nil }
    let start = min(line.lowerBound + mark + 4, line.upperBound)
    let end = source[start..<line.upperBound].offset(of: "-->").map { start + $0 }
    let words = FenceWords(source, in: start..<(end ?? line.upperBound))
    return words.words.isEmpty ? nil : words
  }

  /// Tells of a comment that was meant to be a cell: a slip stands alone before its lines.
  var misspeltCell: Diagnostic? {
    guard let words, words.words.count == 1, let word = words.words.first,
      FenceLanguage.isSlipOfSwift(word.name),
      literal.prefix(while: { $0 != "\n" }).contains("-->") == false
    else { return nil }
    return Diagnostic(
      .warning,
      .unknownFenceLanguage,
      "'\(word.name)' is not 'swift', so this comment is no hidden cell",
      help: "did you mean '<!-- swift'?",
      in: source,
      at: word.range
    )
  }

  /// The code of a comment that is a cell.
  var code: Snippet {
    var lines = literal.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines[0].contains("-->") { return Snippet(text: "", lineOrigins: [range.upperBound]) }
    lines.removeFirst()
    while let last = lines.last, !last.contains("-->"), lines.count > 1 { lines.removeLast() }
    if let last = lines.last, let end = last.offset(of: "-->") {
      lines[lines.count - 1] = String(decoding: Array(last.utf8)[..<end], as: UTF8.self)
      if lines[lines.count - 1].allSatisfy(\.isWhitespace) { lines.removeLast() }
    }
    return Snippet(
      literal: lines.joined(separator: "\n"),
      under: range.lowerBound,
      in: source
    )
  }

  /// What letters mean, in a comment that begins with `<!-- symbols`; nothing in any other.
  var symbols: [SymbolText] {
    guard let first = words?.words.first, source[first.range] == "symbols", let comment else {
      return []
    }
    let content = first.range.upperBound..<comment.upperBound - 3
    return SymbolText.lines(
      of: source[content],
      in: source,
      at: { content.lowerBound + $0 },
      content
    )
  }

  /// Tells of raw HTML that would end with a mark of its own, and goes on to the end of all.
  var unclosedMarkup: Diagnostic? {
    let bytes = Array(literal.utf8)
    let text = bytes.drop { $0 == UInt8(ascii: " ") }
    let start = text.withUnsafeBufferPointer { HTMLBlockStart($0[...], inParagraph: false) }
    guard case .until(let marks)? = start,
      !marks.contains(where: { text.dropFirst(2).containsIgnoringCase($0) })
    else { return nil }
    let opening =
      start?.isComment == true
      ? "<!--"
      : String(
        decoding: text.prefix { $0 != UInt8(ascii: ">") && !$0.isASCIIWhitespace },
        as: UTF8.self
      )
    let mark =
      marks.first { $0.dropFirst(2).hasPrefix(opening.dropFirst().lowercased()) } ?? marks[0]
    return Diagnostic(
      .error,
      .unclosedMarkup,
      start?.isComment == true
        ? "this comment is never closed, so what follows is not shown"
        : "'\(opening)\(mark.hasPrefix("</") ? ">" : "")' is never closed, so what follows is part of it",
      help: "end it with \(mark)",
      in: source,
      at: range.lowerBound..<range.lowerBound + opening.utf8.count
    )
  }

  /// Tells of a cell that is never closed.
  var unclosedCell: Diagnostic? {
    guard comment == nil else { return nil }
    return Diagnostic(
      .error,
      .unclosedComment,
      "this hidden cell is never closed, so all that follows belongs to it",
      help: "end it with -->",
      in: source,
      at: range.lowerBound..<range.lowerBound + 4
    )
  }
}

extension String {
  /// The offset of an ASCII mark, in UTF-8 code units.
  fileprivate func offset(of mark: String) -> Int? {
    HTMLMarkup.endIndex(after: mark, in: Array(utf8), from: 0).map { $0 - mark.utf8.count }
  }
}
