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
    /// The lengths of backtick runs and names of elements that are known not to be closed.
    var unclosed: Set<String> = []
    /// Whether a formula went on past the run.
    var didExtend = false
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
    while at < search.end {
      switch run.bytes[at] {
      case UInt8(ascii: "\\"): at = readBackslash(at, &search)
      case UInt8(ascii: "`"): at = readBackticks(at, &search)
      case UInt8(ascii: "<"): at = readMarkup(at, &search)
      case UInt8(ascii: "$"): at = readDollar(at, &search)
      case UInt8(ascii: "@"): at = readMention(at, &search)
      case UInt8(ascii: "-"): at = readHyphen(at, &search)
      case UInt8(ascii: "["):
        search.brackets.open(at, in: run.bytes)
        at += 1
      case UInt8(ascii: "]"): at = readClosingBracket(at, &search)
      case UInt8(ascii: "{"): at = readLabel(at, search)
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

  mutating func add(
    _ kind: Extra.Kind,
    _ range: Range<Int>,
    content: Range<Int>,
    written: Range<Int>? = nil
  ) {
    extras.append(
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
    let backtick = UInt8(ascii: "`")
    let length = length(of: backtick, from: start, search)
    let opened = start + length
    let mark = valueMark(at: opened, search)
    let isValue = mark != nil
    guard isValue || !search.isHTML, !search.unclosed.contains("`\(length)") else { return opened }
    var at = opened
    while at < search.end {
      guard run.bytes[at] == backtick else {
        if search.isRow, !isValue, run.bytes[at] == UInt8(ascii: "|"),
          run.bytes[at - 1] != UInt8(ascii: "\\")
        {
          return opened
        }
        at += 1
        continue
      }
      let closing = self.length(of: backtick, from: at, search)
      if closing == length {
        let expression = mark.map { trim(min($0.end, at)..<at) } ?? at..<at
        // Without an expression it is code, as in a text about this language.
        guard !expression.isEmpty else { return at + closing }
        if let word = mark?.slip { warnOfSlip(word) }
        let written = writtenValue(at: at + closing, search)
        let end = written?.end ?? at + closing
        add(.value, start..<end, content: expression, written: written?.content)
        return end
      }
      at += closing
    }
    search.unclosed.insert("`\(length)")
    return opened
  }

  /// HTML markup, and elements in which nothing is mathematics.
  private mutating func readMarkup(_ start: Int, _ search: inout Search) -> Int {
    let text = run.bytes[..<search.end]
    if byte(start + 1, search) == UInt8(ascii: "!"), search.unclosed.contains("<!") {
      return start + 1
    }
    guard let end = HTMLMarkup.end(in: text, at: start) else {
      if byte(start + 1, search) == UInt8(ascii: "!") { search.unclosed.insert("<!") }
      return start + 1
    }
    guard let name = HTMLMarkup.openedElement(in: text, at: start),
      ["code", "pre", "script", "style", "textarea", "kbd", "samp"].contains(name),
      !search.unclosed.contains(name)
    else { return end }
    if let close = HTMLMarkup.endIndex(after: "</\(name)", in: text, from: end) { return close }
    search.unclosed.insert(name)
    return end
  }

  /// `{#eq-softmax}`
  private mutating func readLabel(_ start: Int, _ search: Search) -> Int {
    guard byte(start + 1, search) == UInt8(ascii: "#") else { return start + 1 }
    let end = endOfName(from: start + 2, search)
    guard end > start + 2, byte(end, search) == UInt8(ascii: "}") else { return start + 1 }
    add(.label, start..<end + 1, content: start + 2..<end)
    return end + 1
  }

  private mutating func readLiteral(_ start: Int, _ search: Search) -> Int {
    guard start + 4 <= search.end, MaskedText.isMark(run.bytes[start..<start + 4]) else {
      return start + 1
    }
    add(.literal, start..<start + 4, content: start..<start + 4)
    return start + 4
  }

  func trim(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, isWhitespace(run.bytes[lower]) { lower += 1 }
    while upper > lower, isWhitespace(run.bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }
}
