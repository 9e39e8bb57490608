import Documents

/// Where a piece of HTML markup or an autolink ends, by CommonMark's grammar for inline HTML.
enum HTMLMarkup {
  /// What opens and what closes the comment, instruction, declaration or stretch of character data
  /// that the `<` at an index begins.
  static func marks<Bytes: RandomAccessCollection<UInt8>>(in bytes: Bytes, at start: Bytes.Index)
    -> (opening: String, closing: String)? where Bytes.Index == Int
  {
    let rest = bytes[start...]
    return marks.first { rest.starts(with: $0.opening.utf8) }
  }

  private static let marks: [(opening: String, closing: String)] = [
    ("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">"),
  ]

  /// The index after the tag or autolink that begins with the `<` at an index; `nil` where it is only
  /// text.
  static func endOfTagOrAutolink<Bytes: RandomAccessCollection<UInt8>>(
    in bytes: Bytes,
    at start: Bytes.Index
  ) -> Bytes.Index? where Bytes.Index == Int {
    endOfTag(in: bytes, at: start) ?? endOfAutolink(in: bytes, at: start)
  }

  /// The name of the element that the tag at an index opens, in small letters.
  static func openedElement<Bytes: RandomAccessCollection<UInt8>>(
    in bytes: Bytes,
    at start: Int
  ) -> String? where Bytes.Index == Int {
    let name = bytes[(start + 1)...].prefix { $0.isASCIILetterOrDigit }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self).lowercased()
  }

  static func endIndex<Bytes: RandomAccessCollection<UInt8>>(
    after mark: String,
    in bytes: Bytes,
    from start: Int
  ) -> Int? where Bytes.Index == Int {
    let pattern = Array(mark.utf8)
    var at = start
    while at + pattern.count <= bytes.endIndex {
      if bytes.startsIgnoringCase(pattern, at: at) { return at + pattern.count }
      at += 1
    }
    return nil
  }

  /// `<name attribute="value">` or `</name>`.
  static func endOfTag<Bytes: RandomAccessCollection<UInt8>>(in bytes: Bytes, at start: Int) -> Int?
  where Bytes.Index == Int {
    var scanner = TagScanner(bytes: bytes, at: start + 1)
    if scanner.take(UInt8(ascii: "/")) {
      guard scanner.takeName() else { return nil }
      scanner.skipSpace()
      return scanner.take(UInt8(ascii: ">")) ? scanner.at : nil
    }
    guard scanner.takeName() else { return nil }
    while true {
      let spaced = scanner.skipSpace()
      if scanner.take(UInt8(ascii: ">")) { return scanner.at }
      if scanner.take(UInt8(ascii: "/")) {
        return scanner.take(UInt8(ascii: ">")) ? scanner.at : nil
      }
      guard spaced, scanner.takeAttribute() else { return nil }
    }
  }

  /// `<https://…>` or `<name@host>`.
  private static func endOfAutolink<Bytes: RandomAccessCollection<UInt8>>(
    in bytes: Bytes,
    at start: Int
  ) -> Int? where Bytes.Index == Int {
    var at = start + 1
    var hasMark = false
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte == UInt8(ascii: ">") { return hasMark ? at + 1 : nil }
      if byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "<") { return nil }
      if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "@") { hasMark = true }
      if !hasMark, !byte.isASCIILetter, !byte.isASCIIDigit, !"+.-_".utf8.contains(byte) {
        return nil
      }
      at += 1
    }
    return nil
  }
}

private struct TagScanner<Bytes: RandomAccessCollection<UInt8>> where Bytes.Index == Int {
  let bytes: Bytes
  var at: Int

  private var next: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    at += 1
    return true
  }

  @discardableResult mutating func skipSpace() -> Bool {
    let start = at
    while let byte = next, byte.isASCIIWhitespace { at += 1 }
    return at > start
  }

  mutating func takeName() -> Bool {
    guard let first = next, first.isASCIILetter else { return false }
    while let byte = next, byte.isASCIILetterOrDigit || byte == UInt8(ascii: "-") { at += 1 }
    return true
  }

  mutating func takeAttribute() -> Bool {
    guard let first = next,
      first.isASCIILetter || first == UInt8(ascii: "_") || first == UInt8(ascii: ":")
    else { return false }
    while let byte = next, byte.isASCIILetterOrDigit || "_.:-".utf8.contains(byte) { at += 1 }
    let afterName = at
    skipSpace()
    guard take(UInt8(ascii: "=")) else {
      at = afterName
      return true
    }
    skipSpace()
    guard let quote = next else { return false }
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      at += 1
      while let byte = next, byte != quote { at += 1 }
      return take(quote)
    }
    let start = at
    while let byte = next, !byte.isASCIIWhitespace, !"\"'=<>`".utf8.contains(byte) { at += 1 }
    return at > start
  }
}
