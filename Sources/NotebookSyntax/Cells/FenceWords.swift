import Documents

/// The words of a fence's info string, each with its place.
///
/// Words are parted by spaces, tabs, commas and braces, as in `{.swift label=fig-a}`. A value may
/// stand in quotation marks, in which `\"` is one, or in square brackets.
struct FenceWords {
  struct Word {
    /// The part before `=`, or the whole word.
    var name: String
    /// The bytes of the value, without quotation marks; `nil` where there is no `=`.
    var value: SourceRange?
    /// The whole word.
    var range: SourceRange
    /// Whether the value, or the whole word, stands in quotation marks.
    var isQuoted = false
  }

  private(set) var words: [Word] = []
  /// Where a quotation mark is never closed.
  private(set) var unclosedQuote: SourceRange?

  init(_ source: SourceText, in range: SourceRange) {
    self.init(source.bytes, in: range)
  }

  init<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes, in range: SourceRange)
  where Bytes.Index == Int {
    var at = range.lowerBound
    while at < range.upperBound {
      if Self.isSeparator(bytes[at]) {
        at += 1
        continue
      }
      let start = at
      var equals: Int?
      var value: SourceRange?
      while at < range.upperBound, !Self.isSeparator(bytes[at]) {
        if at == start || (equals != nil && at - 1 == equals),
          let group = Self.group(bytes, at: at, to: range.upperBound)
        {
          if group.isUnclosed { unclosedQuote = at..<at + 1 }
          value = group.content
          at = group.end
          break
        }
        if bytes[at] == UInt8(ascii: "="), equals == nil { equals = at }
        at += 1
      }
      let isQuoted = value != nil
      if let equals, value == nil { value = equals + 1..<at }
      let name = String(decoding: bytes[start..<(equals ?? at)], as: UTF8.self)
      words.append(
        Word(name: name, value: equals == nil ? nil : value, range: start..<at, isQuoted: isQuoted)
      )
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte.isASCIIWhitespace || ",{}".utf8.contains(byte)
  }

  /// What stands in quotation marks or brackets from an index on.
  private static func group<Bytes: RandomAccessCollection<UInt8>>(
    _ bytes: Bytes,
    at start: Int,
    to end: Int
  ) -> (content: SourceRange, end: Int, isUnclosed: Bool)? where Bytes.Index == Int {
    let opening = bytes[start]
    guard "\"'[".utf8.contains(opening) else { return nil }
    let closing = opening == UInt8(ascii: "[") ? UInt8(ascii: "]") : opening
    var at = start + 1
    while at < end, bytes[at] != closing { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
    if at < end {
      let content = closing == opening ? start + 1..<at : start..<at + 1
      return (content, at + 1, false)
    }
    // An apostrophe or a bracket by itself is some other program's.
    return opening == UInt8(ascii: "\"") ? (start + 1..<end, end, true) : nil
  }
}
