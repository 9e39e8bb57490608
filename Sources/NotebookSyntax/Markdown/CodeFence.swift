import Documents

/// The line that opens a block of code.
struct CodeFence {
  /// The offset of its first mark.
  var start: Int
  var character: UInt8
  var length: Int
  /// What stands behind the marks.
  var info: SourceRange
  private let source: SourceText

  /// - Parameter offset: where a block of code begins.
  init(in source: SourceText, at offset: Int) {
    let line = source.textRange(ofLine: source.position(at: offset).line)
    var start = offset
    while start < line.upperBound, source.bytes[start] == UInt8(ascii: " ") { start += 1 }
    self.source = source
    self.start = start
    character = start < line.upperBound ? source.bytes[start] : 0
    length =
      source.bytes[start..<max(start, line.upperBound)].prefix { [character] in
        $0 == character
      }.count
    info = start + length..<max(start, line.upperBound)
  }
}

/// Fences that are never closed, or that stand inside one another.
extension CodeFence {
  /// Tells that the fence is never closed; `nil` where it is.
  ///
  /// - Parameters:
  ///   - range: its block.
  ///   - content: what stands in it.
  func unclosed(_ range: SourceRange, around content: Snippet) -> Diagnostic? {
    let first = source.position(at: range.lowerBound).line
    let last = source.position(at: max(range.upperBound - 1, range.lowerBound)).line
    let closing = source[source.textRange(ofLine: last)].drop { " >\t".contains($0) }
    // A line of marks that is indented too far is one more line of the content.
    let isContent = !content.text.isEmpty && content.lineOrigins.count >= last - first
    if last > first, !isContent, closing.hasPrefix("```") || closing.hasPrefix("~~~") { return nil }
    return Diagnostic(
      .error,
      .unclosedFence,
      "this fence is never closed, so all that follows belongs to it",
      help: "end it with a line \(mark)",
      in: source,
      at: range.lowerBound..<info.upperBound
    )
  }

  /// Tells of a line of Swift that is a fence, and not in a string or a comment.
  func fenceHeld(byCell code: Snippet) -> Diagnostic? {
    var reader = SwiftLines()
    for (index, line) in code.text.utf8.split(separator: 10, omittingEmptySubsequences: false)
      .enumerated()
    {
      let isCode = reader.isInCode
      reader.read(line)
      guard isCode, let held = HeldFence(line, in: self) else { continue }
      return diagnostic(held, from: code.lineOrigins[index], .error)
    }
    return nil
  }

  /// Tells of a line of a text that opens a fence of ours.
  func fenceHeld(byText text: Snippet, _ severity: Diagnostic.Severity) -> Diagnostic? {
    for (index, line) in text.text.utf8.split(separator: 10, omittingEmptySubsequences: false)
      .enumerated()
    {
      guard let held = HeldFence(line, in: self), held.length >= length,
        held.character == character, held.language.isOurs
      else { continue }
      return diagnostic(held, from: text.lineOrigins[index], severity)
    }
    return nil
  }

  /// Tells of a cell that belongs to a block of another language, because that was not closed. Text
  /// and Markdown may quote a fence.
  func fenceHeld(byOther literal: String) -> Diagnostic? {
    let words = FenceWords(source, in: info)
    let quoting = ["", "text", "txt", "plain", "plaintext", "diff", "patch", "none", "console"]
    guard !quoting.contains(words.words.first?.name.lowercased() ?? "") else { return nil }
    return fenceHeld(byText: content(literal), .warning)
  }

  private func diagnostic(
    _ held: HeldFence,
    from lineStart: Int,
    _ severity: Diagnostic.Severity
  ) -> Diagnostic {
    let start = lineStart + held.indentation
    let end = source.textRange(ofLine: source.position(at: start).line).upperBound
    let line = source.position(at: start).line
    let opening = source.position(at: self.start).line
    let language = source[info].split { " \t,{".contains($0) }.first ?? ""
    let what = language.lowercased().contains("swift") ? "cell" : "block of code"
    let message: String
    let help: String
    if held.hasWords {
      message = "line \(line) opens a fence inside the \(what) of line \(opening)"
      help = "close line \(opening)'s fence before it, with a line \(mark)"
    } else {
      message = "line \(line) does not close the \(what) of line \(opening)"
      help =
        held.character != character || held.length < length
        ? "close it with a line \(mark)"
        : "indent it by no more than three spaces, and write nothing behind it"
    }
    return Diagnostic(
      severity,
      .fenceInFence,
      message,
      help: help,
      in: source,
      at: start..<max(end, start + 1)
    )
  }

  /// The lines of its block.
  func content(_ literal: String) -> Snippet { Snippet(literal: literal, under: start, in: source) }

  private var mark: String {
    String(repeating: Character(Unicode.Scalar(character)), count: length)
  }

  /// Backticks may stand in a caption. Elsewhere among the words of a fence they mean nothing.
  func backticks(in words: FenceWords) -> [Diagnostic] {
    guard character == UInt8(ascii: "`") else { return [] }
    return words.words.filter { !($0.isQuoted && $0.value != nil) }.compactMap { word in
      source.bytes[word.range].firstIndex(of: character).map { backtick in
        Diagnostic(
          .error,
          .backtickInFence,
          "a backtick cannot stand among the words of a fence of backticks",
          help: #"take it out; in caption="…" it may stand"#,
          in: source,
          at: backtick..<backtick + 1
        )
      }
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
