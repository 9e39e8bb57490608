import Documents

/// What the characters at the start of a line's content say, by the rules of CommonMark.
///
/// Each test looks at the bytes from the first character that is not white space to the line's end.
struct LineStart {
  let bytes: UnsafeBufferPointer<UInt8>
  let start: Int
  let end: Int

  private func byte(_ index: Int) -> UInt8? { index < end ? bytes[index] : nil }

  private func isSpaceOrEnd(_ index: Int) -> Bool {
    guard let byte = byte(index) else { return true }
    return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private func run(of byte: UInt8, from index: Int) -> Int {
    var at = index
    while at < end, bytes[at] == byte { at += 1 }
    return at - index
  }

  var isATXHeading: Bool {
    let count = run(of: UInt8(ascii: "#"), from: start)
    return (1...6).contains(count) && isSpaceOrEnd(start + count)
  }

  /// `===` or `---` under a paragraph.
  var isSetextUnderline: Bool {
    guard let first = byte(start), first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else {
      return false
    }
    var at = start + run(of: first, from: start)
    while at < end, isSpaceOrEnd(at) { at += 1 }
    return at == end
  }

  /// Whether this is a line such as `* * *`.
  /// - Parameter unbroken: up to where none begins; after a failure up to where it failed, because what
  ///   begins later fails there too.
  func isThematicBreak(_ unbroken: inout Int) -> Bool {
    guard start >= unbroken, let first = byte(start),
      first == UInt8(ascii: "*") || first == UInt8(ascii: "-") || first == UInt8(ascii: "_")
    else { return false }
    var count = 0
    for index in start..<end {
      if bytes[index] == first {
        count += 1
      } else if !isSpaceOrEnd(index) {
        unbroken = index
        return false
      }
    }
    if count < 3 { unbroken = end }
    return count >= 3
  }

  /// A code fence that opens here.
  struct Fence {
    var character: UInt8
    var length: Int
    /// The backticks among its words, and what stands between them. With these CommonMark would take
    /// it for a code span.
    var backticks: SourceRange?
    var language: FenceLanguage
  }

  var fence: Fence? {
    guard let first = byte(start), first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
      return nil
    }
    let length = run(of: first, from: start)
    guard length >= 3 else { return nil }
    let info = start + length..<end
    let words = FenceWords(bytes, in: info)
    var fence = Fence(character: first, length: length, language: FenceLanguage(words))
    if first == UInt8(ascii: "`"), let opening = bytes[info].firstIndex(of: first),
      let last = bytes[info].lastIndex(of: first)
    {
      guard opensDespiteBackticks(words, fence, in: info) else { return nil }
      fence.backticks = opening..<last + 1
    }
    return fence
  }

  /// Whether a line is a fence although its words hold backticks, as those of a caption do. Words of
  /// ours begin no text, but a code span may hold them.
  private func opensDespiteBackticks(_ words: FenceWords, _ fence: Fence, in info: SourceRange)
    -> Bool
  {
    var at = info.lowerBound
    while at < end {
      let length = run(of: fence.character, from: at)
      if length >= fence.length { return false }
      at += max(length, 1)
    }
    guard let first = words.words.first else { return false }
    if isMeant(fence.language, words) { return !bytes[first.range].contains(fence.character) }
    return words.unclosedQuote == nil
      && words.words.allSatisfy { word in
        !bytes[word.range].contains(fence.character) || (word.isQuoted && word.value != nil)
      }
  }

  /// Whether words stand behind a fence of ours. A text may well begin with 'markdown' alone.
  private func isMeant(_ language: FenceLanguage, _ words: FenceWords) -> Bool {
    if case .markdown = language { return words.words.contains { $0.name == "notebook" } }
    return language.isOurs
  }

  /// Whether a fence that was opened like this ends here.
  func closesFence(character: UInt8, length: Int) -> Bool {
    let count = run(of: character, from: start)
    guard count >= length else { return false }
    return (start + count..<end).allSatisfy { isSpaceOrEnd($0) }
  }

  /// The length of a list marker, and whether it may interrupt a paragraph.
  var listMarker: (length: Int, interruptsParagraph: Bool)? {
    guard let first = byte(start) else { return nil }
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: "*") {
      return isSpaceOrEnd(start + 1) ? (1, true) : nil
    }
    var at = start
    while at < end, at - start < 9, bytes[at].isASCIIDigit {
      at += 1
    }
    guard at > start, let mark = byte(at), mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
      isSpaceOrEnd(at + 1)
    else { return nil }
    let isOne = bytes[start..<at].drop { $0 == UInt8(ascii: "0") }.elementsEqual([UInt8(ascii: "1")]
    )
    return (at + 1 - start, isOne)
  }

  /// The length of `[^name]:`, and of the name in it.
  var footnoteMarker: (whole: Int, name: Int)? {
    guard byte(start) == UInt8(ascii: "["), byte(start + 1) == UInt8(ascii: "^") else { return nil }
    var at = start + 2
    while let next = byte(at), next != UInt8(ascii: "]") {
      if next == UInt8(ascii: "[") || next == UInt8(ascii: "^") || isSpaceOrEnd(at) { return nil }
      at += 1
    }
    guard at > start + 2, byte(at + 1) == UInt8(ascii: ":") else { return nil }
    let name = at - start - 2
    at += 2
    while at < end, isSpaceOrEnd(at) { at += 1 }
    return (at - start, name)
  }

  /// Whether this is the line under a table's head, such as `|---|:-:|`.
  var isTableDelimiter: Bool {
    var hasDash = false
    var hasMark = false
    for byte in bytes[start..<end] {
      switch byte {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"): hasMark = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: return false
      }
    }
    return hasDash && hasMark
  }
}
