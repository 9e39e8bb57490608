import Documents

/// Marks of other programs that only the tree tells.
extension ForeignMark {
  /// Tells of braces behind a link or words, which take no attributes.
  static func diagnostic(of extra: Extra, behind last: Inline?, in source: SourceText)
    -> Diagnostic?
  {
    let before = extra.range.lowerBound - 1
    var isLink = false
    if case .link? = last { isLink = true }
    let isSpan = before >= 0 && source.bytes[before] == UInt8(ascii: "]")
    let line = source.lineRange(source.position(at: extra.range.lowerBound).line)
    // A block of another program's is told of as a whole, and so is a code span with its braces.
    let isTold =
      before >= 0 && source.bytes[before] == UInt8(ascii: "`")
      || source[line.lowerBound..<extra.range.lowerBound].drop { $0 == " " }.hasPrefix(
        ":::"
      )
    let hasClass = !isTold && extra.attributes.contains { $0.name.hasPrefix(".") }
    guard isLink || isSpan || hasClass else { return nil }
    return diagnostic(
      "'\(source[extra.range])' stays text here, for only images and labels have braces",
      help: isLink
        ? #"write <a href="…" class="…">…</a>"# : #"write <span class="…">…</span>"#,
      in: source,
      at: extra.range
    )
  }

  /// Tells of a paragraph that begins as a caption does, and has no table before it.
  static func strayCaption(at start: Int, in source: SourceText) -> Diagnostic {
    diagnostic(
      "a line that begins with a colon is a caption only right behind a table, and is text here",
      help: "write a definition as a list, or as <dl><dt>…</dt><dd>…</dd></dl>",
      in: source,
      at: start..<start + 1
    )
  }

  /// Tells of a fence that other programs do more with than to show it.
  static func diagnostic(of words: FenceWords, _ fence: CodeFence, in source: SourceText)
    -> Diagnostic?
  {
    guard let word = words.words.first else { return nil }
    let info = source[fence.info].drop { $0 == " " }
    let name = word.name.lowercased()
    return ForeignFence(info: info, name: name).map {
      diagnostic("'\(source[word.range])' \($0.what)", help: $0.help, in: source, at: word.range)
    }
  }

  /// Tells of a cell in MyST's words: what should have run is lost on whoever verifies, too.
  static func cell(of words: FenceWords, in source: SourceText) -> Diagnostic? {
    guard let word = words.words.first, word.name.lowercased() == "code-cell",
      words.words.dropFirst().first.map({ $0.name == "swift" }) ?? true
    else { return nil }
    return Diagnostic(
      .warning,
      .unknownFenceLanguage,
      "'\(word.name)' is no cell here, so this code is only shown",
      help: "begin the fence with ```swift",
      in: source,
      at: word.range
    )
  }

  /// Tells of MyST's options at the head of a formula.
  static func options(inMath tex: Snippet, in source: SourceText) -> Diagnostic? {
    let line = tex.text.prefix { $0 != "\n" }
    guard line.wholeMatch(of: /\s*:[a-z-]+:.*/) != nil, let start = tex.lineOrigins.first else {
      return nil
    }
    return diagnostic(
      "'\(line)' is an option of MyST's, and part of the formula here",
      help: "write the label behind the word: ```math {#eq-name}",
      in: source,
      at: start..<start + line.utf8.count
    )
  }
}

/// What a fence means to others, when it is only shown here.
private struct ForeignFence {
  var what: String
  var help: String

  /// - Parameters:
  ///   - info: what stands behind the marks of the fence.
  ///   - name: its first word in small letters, without braces.
  init?(info: Substring, name: String) {
    guard info.hasPrefix("{"), !name.hasPrefix(".") else {
      guard ["mermaid", "geojson", "topojson", "stl", "plantuml"].contains(name) else { return nil }
      what = "makes a picture elsewhere, and is shown as code here"
      help = "put the picture into a file, and write ![words](picture.svg)"
      return
    }
    switch name {
    case _ where info.hasPrefix("{="):
      what = "is Pandoc's, and its text is shown as code here"
      help = "take the fence away: HTML may stand in the text"
    case "python", "r", "julia", "javascript", "js", "ojs", "bash", "sh", "sql", "rust",
      "code-cell",
      "mermaid", "dot":
      what = "is not run here, so this code is only shown"
      help = "take the braces away where it is to be shown"
    case "note", "tip", "warning", "important", "caution", "danger", "hint", "attention",
      "admonition",
      "error", "seealso", "theorem", "prf:theorem", "prf:proof":
      what = "is a directive of MyST's, and its text is shown as code here"
      help = "write a quote that begins with > [!NOTE] or > [!THEOREM]"
    case "figure", "image":
      what = "is a directive of MyST's, and its text is shown as code here"
      help = "write ![words](image.png){#fig-name}"
    default:
      guard !name.isEmpty, name.allSatisfy({ $0.isLetter || "-:_".contains($0) }) else {
        return nil
      }
      what = "is a directive of MyST's, and its text is shown as code here"
      help = "write it as Markdown"
    }
  }
}
