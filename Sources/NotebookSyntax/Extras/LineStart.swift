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

  var isThematicBreak: Bool {
    guard let first = byte(start),
      first == UInt8(ascii: "*") || first == UInt8(ascii: "-") || first == UInt8(ascii: "_")
    else { return false }
    var count = 0
    for index in start..<end {
      if bytes[index] == first {
        count += 1
      } else if !isSpaceOrEnd(index) {
        return false
      }
    }
    return count >= 3
  }

  /// The character and length of a code fence that opens here.
  var fence: (character: UInt8, length: Int)? {
    guard let first = byte(start), first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
      return nil
    }
    let length = run(of: first, from: start)
    guard length >= 3 else { return nil }
    if first == UInt8(ascii: "`"), bytes[(start + length)..<end].contains(first) { return nil }
    return (first, length)
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
    while at < end, at - start < 9, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) {
      at += 1
    }
    guard at > start, let mark = byte(at), mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
      isSpaceOrEnd(at + 1)
    else { return nil }
    let isOne = bytes[start..<at].drop { $0 == UInt8(ascii: "0") }.elementsEqual([UInt8(ascii: "1")]
    )
    return (at + 1 - start, isOne)
  }

  /// The length of `[^name]:`.
  var footnoteMarker: Int? {
    guard byte(start) == UInt8(ascii: "["), byte(start + 1) == UInt8(ascii: "^") else { return nil }
    var at = start + 2
    while let next = byte(at), next != UInt8(ascii: "]") {
      if next == UInt8(ascii: "[") || next == UInt8(ascii: "^") || isSpaceOrEnd(at) { return nil }
      at += 1
    }
    guard at > start + 2, byte(at + 1) == UInt8(ascii: ":") else { return nil }
    at += 2
    while at < end, isSpaceOrEnd(at) { at += 1 }
    return at - start
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
