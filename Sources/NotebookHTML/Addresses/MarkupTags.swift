import Documents

/// Reads the start tags of HTML one after the other, as a browser reads them: in one pass that never
/// goes back, so that markup without an end costs no more than any other.
struct MarkupTags {
  /// A start tag.
  struct Tag {
    /// In small letters.
    var name: String
    var attributes: [Attribute]
  }

  struct Attribute {
    /// In small letters.
    var name: String
    /// The bytes between the quotation marks.
    var value: Range<Int>
    /// The value with its quotation marks, if it has any.
    var written: Range<Int>
  }

  private let bytes: [UInt8]
  private var at: Int
  /// Whether the end was met in the midst of a tag, a comment, or an element of text, so that what follows
  /// would be a part of it.
  private(set) var isLeftOpen = false

  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    at = start
  }

  /// The next start tag with attributes; `nil` at the end, or where a tag or a comment has none.
  mutating func next() -> Tag? {
    while let mark = find("<", from: at) {
      at = mark + 1
      if skipPlainTag() { continue }
      if at == bytes.count {
        isLeftOpen = true
      } else if follows("!--") {
        at = endOfComment()
      } else if let byte = peek(), byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
        skip(past: ">")
      } else if peek() == UInt8(ascii: "/") {
        at += 1
        // The name and the attributes of an end tag mean nothing.
        if let byte = peek(), byte.isASCIILetter {
          if tag() == nil { isLeftOpen = true }
        } else {
          skip(past: ">")
        }
      } else if let byte = peek(), byte.isASCIILetter {
        guard let tag = tag() else {
          isLeftOpen = true
          return nil
        }
        if Self.textElements.contains(where: { tag.name == $0.description }) {
          skipText(of: tag.name)
        }
        if !tag.attributes.isEmpty { return tag }
      }
    }
    return nil
  }

  /// Passes over `p>` or `/p>`, as most tags are: they have no attributes, and none begins a text.
  private mutating func skipPlainTag() -> Bool {
    let start = peek() == UInt8(ascii: "/") ? at + 1 : at
    var end = start
    while end < bytes.count, bytes[end].isASCIILetterOrDigit { end += 1 }
    guard end > start, end < bytes.count, bytes[end] == UInt8(ascii: ">"),
      bytes[start].isASCIILetter,
      start > at || !Self.textElements.contains(where: { $0.utf8CodeUnitCount == end - start })
    else { return false }
    at = end + 1
    return true
  }

  /// Elements in which a browser looks for nothing but their end.
  private static let textElements: [StaticString] = [
    "script", "style", "textarea", "title", "xmp",
  ]

  /// Whether a browser looks in an element for nothing but its end.
  static func isTextElement(_ name: StaticString) -> Bool {
    textElements.contains {
      $0.utf8CodeUnitCount == name.utf8CodeUnitCount && $0.description == name.description
    }
  }

  /// From the name on; `nil` where the text ends before the tag does.
  private mutating func tag() -> Tag? {
    let start = at
    while let byte = peek(), !Self.isSpace(byte), byte != UInt8(ascii: "/"),
      byte != UInt8(ascii: ">")
    { at += 1 }
    var tag = Tag(name: text(start..<at), attributes: [])
    while true {
      while let byte = peek(), Self.isSpace(byte) || byte == UInt8(ascii: "/") { at += 1 }
      guard let byte = peek() else { return nil }
      if byte == UInt8(ascii: ">") {
        at += 1
        return tag
      }
      guard let attribute = attribute() else { return nil }
      tag.attributes.append(attribute)
    }
  }

  private mutating func attribute() -> Attribute? {
    let start = at
    at += 1
    while let byte = peek(), !Self.isSpace(byte), !"/>=".utf8.contains(byte) { at += 1 }
    let name = text(start..<at)
    skipSpace()
    guard peek() == UInt8(ascii: "=") else {
      return Attribute(name: name, value: at..<at, written: at..<at)
    }
    at += 1
    skipSpace()
    guard let quote = peek() else { return nil }
    let written = at
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      while let byte = peek(), !Self.isSpace(byte), byte != UInt8(ascii: ">") { at += 1 }
      return Attribute(name: name, value: written..<at, written: written..<at)
    }
    at += 1
    while let byte = peek(), byte != quote { at += 1 }
    guard peek() != nil else { return nil }
    at += 1
    return Attribute(name: name, value: (written + 1)..<(at - 1), written: written..<at)
  }

  private mutating func skipSpace() {
    while let byte = peek(), Self.isSpace(byte) { at += 1 }
  }

  private mutating func skipText(of element: String) {
    while let mark = find("<", from: at) {
      at = mark + 1
      let end = at + 1 + element.utf8.count
      if peek() == UInt8(ascii: "/"), end <= bytes.count, text((at + 1)..<end) == element { return }
    }
    at = bytes.count
    isLeftOpen = true
  }

  /// The index after a comment that begins behind a `<`; the text's end where it has none.
  private mutating func endOfComment() -> Int {
    var end = at + 3
    // `<!-->` and `<!--->` are whole.
    if follows("!-->") { return at + 4 }
    if follows("!--->") { return at + 5 }
    while let dash = find("-", from: end) {
      if follows("-->", from: dash) { return dash + 3 }
      if follows("--!>", from: dash) { return dash + 4 }
      end = dash + 1
    }
    isLeftOpen = true
    return bytes.count
  }

  private func peek() -> UInt8? { at < bytes.count ? bytes[at] : nil }

  private func follows(_ word: StaticString, from start: Int? = nil) -> Bool {
    let start = start ?? at
    guard start + word.utf8CodeUnitCount <= bytes.count else { return false }
    return word.withUTF8Buffer { bytes[start..<(start + $0.count)].elementsEqual($0) }
  }

  private func find(_ byte: Unicode.Scalar, from start: Int) -> Int? {
    bytes[start...].firstIndex(of: UInt8(ascii: byte))
  }

  private mutating func skip(past byte: Unicode.Scalar) {
    let end = find(byte, from: at)
    if end == nil { isLeftOpen = true }
    at = end.map { $0 + 1 } ?? bytes.count
  }

  /// Some bytes with small letters for ASCII's large ones.
  private func text(_ range: Range<Int>) -> String {
    String(
      decoding: bytes[range].lazy.map(\.asciiLowercased),
      as: UTF8.self
    )
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B
  }
}
