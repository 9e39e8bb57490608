import Documents

extension BibParser {
  /// The beginning of an entry: `@article{`.
  struct EntryHead {
    /// The type in small letters.
    var type: String
    var typeRange: SourceRange
    /// Where the opening brace or parenthesis stands.
    var open: Int
    /// The byte that closes the entry.
    var closer: UInt8
  }

  /// Passes over the text up to the next entry and over the entry's head.
  ///
  /// BibTeX reads an entry wherever an `@` stands. Here a line that begins with `%` is passed over,
  /// since that is what its author meant, and so is an `@` within a word, as in a mail address.
  mutating func nextEntryHead() -> EntryHead? {
    var isLineStart = isBlankBefore(index)
    while let byte = current {
      if byte.isLineEnd {
        isLineStart = true
        index += 1
      } else if byte == UInt8(ascii: "%"), isLineStart {
        index = endOfLine(from: index)
      } else if byte == UInt8(ascii: "@"), !isMailAddress(at: index) {
        if let head = readHead(isLineStart: isLineStart) { return head }
        isLineStart = false
      } else {
        isLineStart = isLineStart && byte.isASCIIWhitespace
        index += 1
      }
    }
    return nil
  }

  private mutating func readHead(isLineStart: Bool) -> EntryHead? {
    let nameStart = endOfSpace(from: index + 1)
    let nameEnd = endOfName(from: nameStart)
    let range = nameStart..<nameEnd
    let type = source[range].lowercased()
    let open = endOfSpace(from: nameEnd)
    guard !type.isEmpty, open < bytes.count,
      let closer = Self.closer(of: bytes[open])
    else {
      if type == "comment" {
        index = endOfLine(from: nameEnd)
        return nil
      }
      if isLineStart, nameStart == index + 1, EntryKind.isKnownType(type) {
        report(
          .bibMissingBrace,
          "a '{' is missing after '@\(type)'",
          help: "an entry is written '@\(type){key, …}'",
          nameEnd..<nameEnd
        )
      }
      index = max(nameEnd, index + 1)
      return nil
    }
    index = open + 1
    return EntryHead(type: type, typeRange: range, open: open, closer: closer)
  }

  private static func closer(of opener: UInt8) -> UInt8? {
    switch opener {
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: nil
    }
  }

  private func isMailAddress(at offset: Int) -> Bool {
    offset > source.contentStart && bytes[offset - 1].isWordPart
  }

  /// Whether nothing but blanks stands before a byte on its line.
  func isBlankBefore(_ offset: Int) -> Bool {
    var before = offset
    while before > source.contentStart {
      before -= 1
      if bytes[before].isLineEnd { return true }
      if !bytes[before].isASCIIWhitespace { return false }
    }
    return true
  }
}

extension UInt8 {
  /// Whether an `@` after this byte is part of a word.
  fileprivate var isWordPart: Bool { isASCIILetterOrDigit || self >= 0x80 }
}
