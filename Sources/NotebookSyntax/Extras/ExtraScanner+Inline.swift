import Documents

extension ExtraScanner {
  /// What is known about the part of a run that is being searched.
  struct Search {
    /// The end of the part; it moves when a formula goes on past it.
    var end: Int
    /// Whether a formula may go on past the run.
    var mayExtend: Bool
    /// Whether it is raw HTML, where a backtick means nothing.
    var isHTML: Bool
    /// Whether it is a row of a table, where `|` ends a code span.
    var isRow: Bool
    /// The marks and names of elements that are known not to come any more.
    var unclosed: Set<String> = []
    /// The backticks that are known to come.
    var backticks = BacktickRuns()
    /// Whether a formula went on past the run.
    var didExtend = false
    /// How often dollars and braces were followed to the end in vain.
    var vainSearches = 0
    /// The brackets that are open.
    var brackets = OpenBrackets()
  }

  /// Looks for extras in a part of the run.
  /// - Returns: whether a formula went on past the run.
  @discardableResult
  mutating func search(_ range: Range<Int>, mayExtend: Bool) -> Bool {
    var isHTML = false
    var isParagraph = false
    switch leaf {
    case .html: isHTML = true
    case .paragraph: isParagraph = true
    default: break
    }
    var search = Search(
      end: range.upperBound,
      mayExtend: mayExtend,
      isHTML: isHTML,
      isRow: isParagraph && !mayExtend
    )
    var at = range.lowerBound
    if isParagraph, at == 0 {
      let definitions = addresses(search).definitions(from: at)
      note(definitions)
      at = definitions.last?.whole.upperBound ?? at
    }
    while at < search.end {
      switch run.bytes[at] {
      case UInt8(ascii: "\\"): at = readBackslash(at, &search)
      case UInt8(ascii: "`"): at = readBackticks(at, &search)
      case UInt8(ascii: "<"): at = readMarkup(at, &search)
      case UInt8(ascii: "$"): at = readDollar(at, &search)
      case UInt8(ascii: "@"): at = readMention(at, &search)
      case UInt8(ascii: "-"): at = readHyphen(at, &search)
      case UInt8(ascii: "["):
        noteFootnote(at, search)
        noteForeign(at, search)
        search.brackets.open(at, in: run.bytes)
        at += 1
      case UInt8(ascii: "]"): at = readClosingBracket(at, &search)
      case UInt8(ascii: "{"):
        noteForeign(at, search)
        at = readLabel(at, search)
      case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "^"), UInt8(ascii: "~"):
        noteForeign(at, search)
        at += 1
      case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "f"), UInt8(ascii: "F"),
        UInt8(ascii: "w"):
        at = readBareAddress(at, search)
      case UInt8(ascii: "&"): at = readEntity(at, search)
      case UInt8(ascii: "|") where search.isRow:
        search.brackets = OpenBrackets()
        at += 1
      case MaskedText.leadByte: at = readLiteral(at, search)
      default: at += 1
      }
      if search.didExtend {
        searched = at
        return true
      }
    }
    return false
  }

  /// Notes `[^name]`, which is no link's text.
  private mutating func noteFootnote(_ start: Int, _ search: Search) {
    guard byte(start + 1, search) == UInt8(ascii: "^"), !search.isHTML else { return }
    let longestName = 100
    let name = run.bytes[start + 2..<min(search.end, start + 2 + longestName)]
      .prefix { !$0.isASCIIWhitespace && !"[]^".utf8.contains($0) }
    let close = name.endIndex
    guard !name.isEmpty, byte(close, search) == UInt8(ascii: "]"),
      byte(close + 1, search) != UInt8(ascii: "("), byte(close + 1, search) != UInt8(ascii: "[")
    else { return }
    let origin = run.origin(of: start + 2)
    found.footnotes.calls.append(FootnoteMarks.Mark(source, origin..<origin + name.count))
  }

  mutating func add(
    _ kind: Extra.Kind,
    _ range: Range<Int>,
    content: Range<Int>,
    written: Range<Int>? = nil
  ) {
    found.extras.append(
      Extra(
        kind: kind,
        range: origins(of: range),
        content: run.snippet(content),
        written: written.map(origins)
      )
    )
  }

  private func origins(of range: Range<Int>) -> SourceRange {
    run.origin(of: range.lowerBound)..<run.origin(of: range.upperBound - 1) + 1
  }

  func byte(_ index: Int, _ search: Search) -> UInt8? {
    index >= 0 && index < search.end ? run.bytes[index] : nil
  }

  func length(of byte: UInt8, from index: Int, _ search: Search) -> Int {
    var at = index
    while at < search.end, run.bytes[at] == byte { at += 1 }
    return at - index
  }

  /// A code span, or a value `` `{swift} expr` ``.
  private mutating func readBackticks(_ start: Int, _ search: inout Search) -> Int {
    let length = length(of: UInt8(ascii: "`"), from: start, search)
    let opened = start + length
    let mark = valueMark(at: opened, search)
    let isValue = mark != nil
    guard isValue || !search.isHTML, let at = endOfCode(length, isValue, from: opened, &search)
    else { return opened }
    if !isValue { noteForeignCode(opened..<at) }
    let expression = mark.map { trim(min($0.end, at)..<at) } ?? at..<at
    // Without an expression it is code, as in a text about this language.
    guard !expression.isEmpty else { return at + length }
    if let word = mark?.slip { warnOfSlip(word) }
    let written = writtenValue(at: at + length, &search)
    let end = written?.end ?? at + length
    add(.value, start..<end, content: expression, written: written?.content)
    return end
  }

  /// Where the backticks begin that end a code span.
  private func endOfCode(
    _ length: Int,
    _ isValue: Bool,
    from start: Int,
    _ search: inout Search
  ) -> Int? {
    if search.backticks.isMissing(length, from: start) { return nil }
    var at = start
    while at < search.end {
      let count = self.length(of: UInt8(ascii: "`"), from: at, search)
      if count == length { return at }
      if search.isRow, !isValue, run.bytes[at] == UInt8(ascii: "|"),
        run.bytes[at - 1] != UInt8(ascii: "\\")
      {
        break
      }
      at += max(count, 1)
    }
    search.backticks.note(run.bytes[..<at], from: start)
    return nil
  }

  /// HTML markup, and elements in which nothing is mathematics.
  private mutating func readMarkup(_ start: Int, _ search: inout Search) -> Int {
    guard let end = endOfMarkup(at: start, &search) else {
      hideOpener(at: start, search)
      return start + 1
    }
    let text = run.bytes[..<search.end]
    guard let name = HTMLMarkup.openedElement(in: text, at: start),
      ["code", "pre", "script", "style", "textarea", "kbd", "samp"].contains(name),
      !search.unclosed.contains(name)
    else { return end }
    if let close = HTMLMarkup.endIndex(after: "</\(name)", in: text, from: end) { return close }
    search.unclosed.insert(name)
    return end
  }

  /// The end of the markup that begins with the `<` at an index.
  func endOfMarkup(at start: Int, _ search: inout Search) -> Int? {
    let text = run.bytes[..<search.end]
    guard let (opening, closing) = HTMLMarkup.marks(in: text, at: start) else {
      return HTMLMarkup.endOfTagOrAutolink(in: text, at: start)
    }
    if search.unclosed.contains(opening) { return nil }
    let end = HTMLMarkup.endIndex(after: closing, in: text, from: start + opening.utf8.count)
    if end == nil { search.unclosed.insert(opening) }
    return end
  }

  /// Hides what begins markup and is never closed from cmark-gfm, which would look for its end from
  /// each of them to the end of the paragraph.
  private mutating func hideOpener(at start: Int, _ search: Search) {
    guard let marks = HTMLMarkup.marks(in: run.bytes[..<search.end], at: start) else { return }
    if marks.opening == "<!--" {
      let mark = ForeignMark(
        4,
        "begins a comment that does not end in this paragraph, and stays text here",
        help: "end it with --> before the next blank line"
      )
      found.note(mark, at: run.origin(of: start))
    }
    add(.literal, start..<start + 1, content: start..<start + 1)
  }

  private mutating func readLiteral(_ start: Int, _ search: Search) -> Int {
    guard start + 4 <= search.end, MaskedText.isMark(run.bytes[start..<start + 4]) else {
      return start + 1
    }
    add(.literal, start..<start + 4, content: start..<start + 4)
    return start + 4
  }

  /// `\"` and its like, of which typography knows nothing else once the parser has read it.
  mutating func readEscape(_ start: Int, _ search: Search) {
    guard !search.isHTML, let sign = byte(start + 1, search), "\"'-.".utf8.contains(sign) else {
      return
    }
    add(.escape, start..<start + 2, content: start + 1..<start + 2)
  }

  /// A quotation mark that is written as `&quot;` or the like, and thereby meant to be straight.
  private mutating func readEntity(_ start: Int, _ search: Search) -> Int {
    guard !search.isHTML else { return start + 1 }
    let text = run.bytes[start..<search.end]
    for (entity, sign) in Self.straightMarks where text.starts(with: entity.utf8) {
      let end = start + entity.utf8.count
      let range = run.origin(of: start)..<run.origin(of: end - 1) + 1
      let content = Snippet(text: sign, lineOrigins: [range.lowerBound])
      found.extras.append(Extra(kind: .escape, range: range, content: content))
      return end
    }
    return start + 1
  }

  private static let straightMarks = [
    ("&quot;", "\""), ("&apos;", "'"), ("&#34;", "\""), ("&#39;", "'"),
  ]

  func trim(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, run.bytes[lower].isASCIIWhitespace { lower += 1 }
    while upper > lower, run.bytes[upper - 1].isASCIIWhitespace { upper -= 1 }
    return lower..<upper
  }
}
