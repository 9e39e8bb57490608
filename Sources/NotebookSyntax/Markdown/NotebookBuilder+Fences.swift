import Documents

/// The line that opens a block of code.
struct CodeFence {
  /// The offset of its first mark.
  var start: Int
  var character: UInt8
  var length: Int
  /// What stands behind the marks.
  var info: SourceRange
}

/// Fences that are never closed, or that stand inside one another.
extension NotebookBuilder {
  /// The fence of a block of code.
  func fence(of node: CMarkNode, _ range: SourceRange) -> CodeFence {
    let line = source.lineRange(source.position(at: range.lowerBound).line)
    var start = range.lowerBound
    while start < line.upperBound, source.bytes[start] == UInt8(ascii: " ") { start += 1 }
    guard start < line.upperBound else {
      return CodeFence(start: start, character: 0, length: 0, info: start..<start)
    }
    let marks = source.bytes[start..<line.upperBound].prefix { $0 == source.bytes[start] }
    return CodeFence(
      start: start,
      character: source.bytes[start],
      length: marks.count,
      info: marks.endIndex..<line.upperBound
    )
  }

  mutating func requireClosed(_ fence: CodeFence, _ range: SourceRange, around content: Snippet) {
    let first = source.position(at: range.lowerBound).line
    let last = source.position(at: max(range.upperBound - 1, range.lowerBound)).line
    let closing = source[source.lineRange(last)].drop { " >\t".contains($0) }
    // A line of marks that is indented too far is one more line of the content.
    let isContent = !content.text.isEmpty && content.lineOrigins.count >= last - first
    if last > first, !isContent, closing.hasPrefix("```") || closing.hasPrefix("~~~") { return }
    report(
      Diagnostic(
        .error,
        .unclosedFence,
        "this fence is never closed, so all that follows belongs to it",
        help: "end it with a line \(mark(fence))",
        in: source,
        at: range.lowerBound..<fence.info.upperBound
      )
    )
  }

  /// Tells of a line of Swift that is a fence, and not in a string or a comment.
  /// - Returns: whether there is one.
  mutating func reportFence(inCell code: Snippet, _ fence: CodeFence) -> Bool {
    var reader = SwiftLines()
    for (index, line) in code.text.utf8.split(separator: 10, omittingEmptySubsequences: false)
      .enumerated()
    {
      let isCode = reader.isInCode
      reader.read(line)
      guard isCode, let held = HeldFence(line, in: fence) else { continue }
      report(held, from: code.lineOrigins[index], in: fence, .error)
      return true
    }
    return false
  }

  /// Tells of a line of a text that opens a fence of ours.
  /// - Returns: whether there is one.
  @discardableResult
  mutating func reportFence(
    inText text: Snippet,
    _ fence: CodeFence,
    _ severity: Diagnostic.Severity
  ) -> Bool {
    for (index, line) in text.text.utf8.split(separator: 10, omittingEmptySubsequences: false)
      .enumerated()
    {
      guard let held = HeldFence(line, in: fence), held.length >= fence.length,
        held.character == fence.character, held.language.isOurs
      else { continue }
      report(held, from: text.lineOrigins[index], in: fence, severity)
      return true
    }
    return false
  }

  /// Tells of a cell that belongs to a block of another language, because that was not closed. Text
  /// and Markdown may quote a fence.
  mutating func checkHeldFences(in fence: CodeFence, _ node: CMarkNode) {
    let words = FenceWords(source, in: fence.info)
    let quoting = ["", "text", "txt", "plain", "plaintext", "diff", "patch", "none", "console"]
    guard !quoting.contains(words.words.first?.name.lowercased() ?? "") else { return }
    let text = Self.contentLines(of: node.literal, under: fence.start, in: source)
    reportFence(inText: text, fence, .warning)
  }

  private mutating func report(
    _ held: HeldFence,
    from lineStart: Int,
    in fence: CodeFence,
    _ severity: Diagnostic.Severity
  ) {
    let start = lineStart + held.indentation
    let end = source.lineRange(source.position(at: start).line).upperBound
    let line = source.position(at: start).line
    let opening = source.position(at: fence.start).line
    let language = source[fence.info].split { " \t,{".contains($0) }.first ?? ""
    let what = language.lowercased().contains("swift") ? "cell" : "block of code"
    let message: String
    let help: String
    if held.hasWords {
      message = "line \(line) opens a fence inside the \(what) of line \(opening)"
      help = "close line \(opening)'s fence before it, with a line \(mark(fence))"
    } else {
      message = "line \(line) does not close the \(what) of line \(opening)"
      help =
        held.character != fence.character || held.length < fence.length
        ? "close it with a line \(mark(fence))"
        : "indent it by no more than three spaces, and write nothing behind it"
    }
    report(
      Diagnostic(
        severity,
        .fenceInFence,
        message,
        help: help,
        in: source,
        at: start..<max(end, start + 1)
      )
    )
  }

  private func mark(_ fence: CodeFence) -> String {
    String(repeating: Character(Unicode.Scalar(fence.character)), count: fence.length)
  }

  /// Backticks may stand in a caption. Elsewhere among the words of a fence they mean nothing.
  mutating func requireNoBackticks(_ words: FenceWords, _ fence: CodeFence) {
    guard fence.character == UInt8(ascii: "`") else { return }
    for word in words.words where !(word.isQuoted && word.value != nil) {
      guard let backtick = source.bytes[word.range].firstIndex(of: fence.character) else {
        continue
      }
      report(
        Diagnostic(
          .error,
          .backtickInFence,
          "a backtick cannot stand among the words of a fence of backticks",
          help: #"take it out; in caption="…" it may stand"#,
          in: source,
          at: backtick..<backtick + 1
        )
      )
    }
  }
}

/// A line inside a block of code that begins like a fence.
private struct HeldFence {
  var indentation: Int
  var character: UInt8
  var length: Int
  var hasWords: Bool
  var language: FenceLanguage

  init?(_ line: Substring.UTF8View, in fence: CodeFence) {
    let bytes = Array(line)
    let content = bytes.drop(while: \.isASCIIWhitespace)
    // Swift may declare an operator of tildes.
    guard let first = content.first,
      first == UInt8(ascii: "`") || (first == UInt8(ascii: "~") && first == fence.character)
    else { return nil }
    let marks = content.prefix { $0 == first }
    guard marks.count >= 3 else { return nil }
    let words = FenceWords(bytes, in: marks.endIndex..<bytes.endIndex)
    indentation = content.startIndex
    character = first
    length = marks.count
    hasWords = !words.words.isEmpty
    language = FenceLanguage(words)
  }
}
