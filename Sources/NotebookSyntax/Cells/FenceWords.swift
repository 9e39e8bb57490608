/// The words of a fence's info string, each with its place.
///
/// Words are parted by spaces, tabs and commas; a value may stand in double quotes, in which `\"` is
/// a quotation mark.
struct FenceWords {
  struct Word {
    /// The part before `=`, or the whole word.
    var name: String
    /// The bytes of the value, without quotation marks; `nil` where there is no `=`.
    var value: SourceRange?
    /// The whole word.
    var range: SourceRange
  }

  private(set) var words: [Word] = []
  /// Where a quotation mark is never closed.
  private(set) var unclosedQuote: SourceRange?

  init(_ source: SourceText, in range: SourceRange) {
    let bytes = source.bytes
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
        if bytes[at] == UInt8(ascii: "="), equals == nil {
          equals = at
          if at + 1 < range.upperBound, bytes[at + 1] == UInt8(ascii: "\"") {
            let end = Self.endOfQuote(bytes, from: at + 2, to: range.upperBound)
            if end == range.upperBound { unclosedQuote = at + 1..<at + 2 }
            value = at + 2..<end
            at = min(end + 1, range.upperBound)
            break
          }
        }
        at += 1
      }
      if let equals, value == nil { value = equals + 1..<at }
      let name = source[start..<(equals ?? at)]
      words.append(Word(name: name, value: value, range: start..<at))
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    isWhitespace(byte) || byte == UInt8(ascii: ",")
  }

  private static func endOfQuote(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var at = start
    while at < end, bytes[at] != UInt8(ascii: "\"") {
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(at, end)
  }
}
