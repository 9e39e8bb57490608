import Documents

/// Cells in comments, which run and are never shown.
extension NotebookBuilder {
  /// Raw HTML, in which formulas and values may stand, or a hidden cell.
  mutating func html(_ node: CMarkNode) -> Block {
    let literal = node.literal
    let range = range(ofHTML: node, literal)
    let words = commentWords(range, literal)
    if let words, words.words.first.map({ source[$0.range] }) == "swift" {
      let end = source[range].offset(of: "-->").map { range.lowerBound + $0 + 3 }
      let whole = range.lowerBound..<(end ?? range.upperBound)
      if end == nil { reportUnclosedComment(whole) }
      let code = hiddenCode(literal, range)
      return Block(range: whole, content: .cell(cell(whole, code, words, isHidden: true)))
    }
    if let words { reportMisspeltCell(words, literal) }
    reportUnclosedMarkup(literal, range)
    return Block(range: range, content: .html(htmlParts(literal)))
  }

  /// The words of the first line of a comment, if this is one.
  private func commentWords(_ range: SourceRange, _ literal: String) -> FenceWords? {
    guard literal.drop(while: { $0 == " " }).hasPrefix("<!--") else { return nil }
    let line = source.lineRange(source.position(at: range.lowerBound).line)
    guard let mark = source[line].offset(of: "<!--") else { return nil }
    let start = min(line.lowerBound + mark + 4, line.upperBound)
    let end = source[start..<line.upperBound].offset(of: "-->").map { start + $0 }
    let words = FenceWords(source, in: start..<(end ?? line.upperBound))
    return words.words.isEmpty ? nil : words
  }

  /// Tells of a comment that was meant to be a cell: a slip stands alone before its lines.
  private mutating func reportMisspeltCell(_ words: FenceWords, _ literal: String) {
    guard words.words.count == 1, let word = words.words.first,
      FenceLanguage.isSlipOfSwift(word.name),
      literal.prefix(while: { $0 != "\n" }).contains("-->") == false
    else { return }
    report(
      Diagnostic(
        .warning,
        .unknownFenceLanguage,
        "'\(word.name)' is not 'swift', so this comment is no hidden cell",
        help: "did you mean '<!-- swift'?",
        in: source,
        at: word.range
      )
    )
  }

  private func hiddenCode(_ literal: String, _ range: SourceRange) -> Snippet {
    var lines = literal.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines[0].contains("-->") { return Snippet(text: "", lineOrigins: [range.upperBound]) }
    lines.removeFirst()
    while let last = lines.last, !last.contains("-->"), lines.count > 1 { lines.removeLast() }
    if let last = lines.last, let end = last.offset(of: "-->") {
      lines[lines.count - 1] = String(decoding: Array(last.utf8)[..<end], as: UTF8.self)
      if lines[lines.count - 1].allSatisfy(\.isWhitespace) { lines.removeLast() }
    }
    let code = Self.contentLines(
      of: lines.joined(separator: "\n"),
      under: range.lowerBound,
      in: source
    )
    return code
  }

  /// Tells of raw HTML that would end with a mark of its own, and goes on to the end of all.
  private mutating func reportUnclosedMarkup(_ literal: String, _ range: SourceRange) {
    let bytes = Array(literal.utf8)
    let text = bytes.drop { $0 == UInt8(ascii: " ") }
    let start = text.withUnsafeBufferPointer { HTMLBlockStart($0[...], inParagraph: false) }
    guard case .until(let marks)? = start,
      !marks.contains(where: { text.dropFirst(2).containsIgnoringCase($0) })
    else { return }
    let opening =
      start?.isComment == true
      ? "<!--"
      : String(
        decoding: text.prefix { $0 != UInt8(ascii: ">") && !$0.isASCIIWhitespace },
        as: UTF8.self
      )
    let mark =
      marks.first { $0.dropFirst(2).hasPrefix(opening.dropFirst().lowercased()) } ?? marks[0]
    report(
      Diagnostic(
        .error,
        .unclosedMarkup,
        start?.isComment == true
          ? "this comment is never closed, so what follows is not shown"
          : "'\(opening)\(mark.hasPrefix("</") ? ">" : "")' is never closed, so what follows is part of it",
        help: "end it with \(mark)",
        in: source,
        at: range.lowerBound..<range.lowerBound + opening.utf8.count
      )
    )
  }

  private mutating func reportUnclosedComment(_ range: SourceRange) {
    report(
      Diagnostic(
        .error,
        .unclosedComment,
        "this hidden cell is never closed, so all that follows belongs to it",
        help: "end it with -->",
        in: source,
        at: range.lowerBound..<range.lowerBound + 4
      )
    )
  }
}

extension String {
  /// The offset of an ASCII mark, in UTF-8 code units.
  fileprivate func offset(of mark: String) -> Int? {
    HTMLMarkup.endIndex(after: mark, in: Array(utf8), from: 0).map { $0 - mark.utf8.count }
  }
}
