import Documents
import NotebookSyntax

/// Goes through a style sheet by the units of CSS: strings, comments, escapes and brackets are passed
/// over whole.
struct StyleScanner {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The first of some characters that stands in no string, comment or bracket.
  func first(_ characters: [UInt8], in range: Range<Int>) -> Int? {
    var at = range.lowerBound
    while at < range.upperBound {
      if characters.contains(bytes[at]) { return at }
      at = end(ofUnitAt: at, before: range.upperBound)
    }
    return nil
  }

  /// The parts between characters that stand in no string, comment or bracket, without the white space
  /// around them.
  func split(_ range: Range<Int>, at character: UInt8) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    while let end = first([character], in: start..<range.upperBound) {
      parts.append(trimmed(start..<end))
      start = end + 1
    }
    parts.append(trimmed(start..<range.upperBound))
    return parts
  }

  /// Where the unit that begins at a place ends.
  func end(ofUnitAt start: Int, before limit: Int) -> Int {
    switch bytes[start] {
    case UInt8(ascii: "\\"): return min(start + 2, limit)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return endOfString(at: start, before: limit)
    case UInt8(ascii: "/") where start + 1 < limit && bytes[start + 1] == UInt8(ascii: "*"):
      return endOfComment(at: start, before: limit)
    case let byte where Self.closing(byte) != nil: return endOfBracket(at: start, before: limit)
    default: return start + 1
    }
  }

  /// Where white space and comments end.
  func skipSpace(from start: Int, before limit: Int) -> Int {
    var at = start
    while at < limit {
      if bytes[at].isASCIIWhitespace {
        at += 1
      } else if bytes[at] == UInt8(ascii: "/"), at + 1 < limit,
        bytes[at + 1] == UInt8(ascii: "*")
      {
        at = endOfComment(at: at, before: limit)
      } else {
        break
      }
    }
    return at
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = skipSpace(from: range.lowerBound, before: range.upperBound)
    var end = range.upperBound
    while end > start, bytes[end - 1].isASCIIWhitespace { end -= 1 }
    return start..<end
  }

  /// Where the name that begins at a place ends.
  func endOfName(at start: Int, before limit: Int) -> Int {
    var at = start
    while at < limit {
      if bytes[at] == UInt8(ascii: "\\") {
        at = min(at + 2, limit)
      } else if bytes[at].isASCIILetterOrDigit || bytes[at] >= 0x80
        || bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "_")
      {
        at += 1
      } else {
        break
      }
    }
    return at
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The name that a range holds, without its escapes.
  func name(_ range: Range<Int>) -> String {
    guard bytes[range].contains(UInt8(ascii: "\\")) else { return text(range) }
    var name: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      guard bytes[at] == UInt8(ascii: "\\"), at + 1 < range.upperBound else {
        name.append(bytes[at])
        at += 1
        continue
      }
      at += 1
      let digits = bytes[at..<range.upperBound].prefix(6).prefix { Character(.init($0)).isHexDigit }
      guard let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
        name.append(bytes[at])
        at += 1
        continue
      }
      name += Array(String(Unicode.Scalar(number) ?? "\u{FFFD}").utf8)
      at += digits.count
      if at < range.upperBound, bytes[at].isASCIIWhitespace { at += 1 }
    }
    return String(decoding: name, as: UTF8.self)
  }

  private func endOfString(at start: Int, before limit: Int) -> Int {
    var at = start + 1
    while at < limit, bytes[at] != bytes[start] {
      // A string that is not closed ends with its line.
      if bytes[at] == UInt8(ascii: "\n") { return at }
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(at + 1, limit)
  }

  private func endOfComment(at start: Int, before limit: Int) -> Int {
    var at = start + 2
    while at + 1 < limit {
      if bytes[at] == UInt8(ascii: "*"), bytes[at + 1] == UInt8(ascii: "/") { return at + 2 }
      at += 1
    }
    return limit
  }

  private func endOfBracket(at start: Int, before limit: Int) -> Int {
    if isAddress(before: start) { return endOfAddress(at: start, before: limit) }
    var open = [Self.closing(bytes[start])]
    var at = start + 1
    while at < limit, let awaited = open.last {
      if bytes[at] == awaited {
        open.removeLast()
        at += 1
      } else if let closing = Self.closing(bytes[at]), !isAddress(before: at) {
        open.append(closing)
        at += 1
      } else if Self.closing(bytes[at]) != nil {
        at = endOfAddress(at: at, before: limit)
      } else {
        at = end(ofUnitAt: at, before: limit)
      }
    }
    return at
  }

  /// Whether `url` stands before a bracket, in which an address may stand without quotes.
  private func isAddress(before bracket: Int) -> Bool {
    bytes[bracket] == UInt8(ascii: "(") && bracket >= 3
      && bytes.startsIgnoringCase(Array("url".utf8), at: bracket - 3)
  }

  private func endOfAddress(at bracket: Int, before limit: Int) -> Int {
    var at = bracket + 1
    while at < limit, bytes[at].isASCIIWhitespace { at += 1 }
    if at < limit, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
      at = endOfString(at: at, before: limit)
    }
    while at < limit, bytes[at] != UInt8(ascii: ")") {
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(at + 1, limit)
  }

  private static func closing(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    default: nil
    }
  }
}
