import Documents

extension BibParser {
  /// Whether a new entry begins at a byte between fields: an `@` that begins its line.
  func startsEntry(at offset: Int) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "@"), isBlankBefore(offset) else {
      return false
    }
    return offset + 1 < bytes.count && bytes[offset + 1].isASCIILetter
  }

  /// Whether the beginning of a line within a value is so like an entry that the value cannot have
  /// been closed: `@article{`, or of an unknown type with a key and a comma behind it.
  func looksLikeEntry(at offset: Int) -> Bool {
    guard bytes[offset] == UInt8(ascii: "@") else { return false }
    let nameEnd = endOfName(from: offset + 1)
    let open = endOfSpace(from: nameEnd)
    guard nameEnd > offset + 1, open < bytes.count else { return false }
    let isBrace = bytes[open] == UInt8(ascii: "{")
    guard isBrace || bytes[open] == UInt8(ascii: "(") else { return false }
    if EntryKind.isKnownType(source[offset + 1..<nameEnd].lowercased()) { return true }
    let key = endOfSpace(from: open + 1)
    let keyEnd = endOfName(from: key)
    let comma = endOfSpace(from: keyEnd)
    return isBrace && keyEnd > key && comma < bytes.count && bytes[comma] == UInt8(ascii: ",")
  }

  /// The next place at which a line begins with `@`; the end of the file where there is none.
  func nextEntryLine(from start: Int) -> Int {
    var index = start
    var isLineStart = isBlankBefore(start)
    while index < bytes.count {
      let byte = bytes[index]
      if isLineStart, byte == UInt8(ascii: "@") { return index }
      isLineStart = byte.isLineEnd || isLineStart && byte.isASCIIWhitespace
      index += 1
    }
    return index
  }

  /// Passes over what cannot be read, up to a comma or the end of the entry.
  mutating func skipJunk(_ head: EntryHead) {
    var depth = 0
    var isLineStart = false
    while let byte = current {
      if depth == 0, byte == UInt8(ascii: ",") || byte == head.closer { return }
      if isLineStart, byte == UInt8(ascii: "@") { return }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}"), depth > 0 { depth -= 1 }
      isLineStart = byte.isLineEnd || isLineStart && byte.isASCIIWhitespace
      index += 1
    }
  }

  /// Tells that an entry is not closed, at the brace that is most likely at fault.
  ///
  /// - Parameter last: the last field that was read, with its value's place. A value that holds a
  ///   field such as `year = {2000}` has taken the entry's closing brace for its own.
  mutating func reportUnclosedEntry(_ head: EntryHead, last: (name: String, range: SourceRange)?) {
    if let last, !last.range.isEmpty, bytes[last.range.lowerBound] != UInt8(ascii: "\""),
      holdsField(last.range)
    {
      report(
        .bibUnclosed,
        "the brace that opens '\(last.name)' is not closed before the next field",
        help: "add the missing '}'; the fields behind it were read as part of this one",
        last.range.lowerBound..<last.range.lowerBound + 1
      )
      return
    }
    let closer = String(UnicodeScalar(head.closer))
    report(
      .bibUnclosed,
      "'@\(head.type)' is not closed",
      help: "add the missing '\(closer)'",
      head.open..<head.open + 1
    )
  }

  /// Whether a value seems to hold a field: a comma or the end of a line, a name, `=` and the
  /// beginning of another value.
  private func holdsField(_ range: SourceRange) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      while at < range.upperBound, bytes[at] != UInt8(ascii: ","), !bytes[at].isLineEnd { at += 1 }
      let name = endOfSpace(from: min(at + 1, range.upperBound))
      let nameEnd = endOfName(from: name)
      let equals = endOfSpace(from: nameEnd)
      if nameEnd > name, equals < range.upperBound, bytes[equals] == UInt8(ascii: "=") {
        let value = endOfSpace(from: equals + 1)
        guard value < range.upperBound else { return false }
        return bytes[value] == UInt8(ascii: "{") || bytes[value] == UInt8(ascii: "\"")
          || bytes[value].isBibName
      }
      at = max(nameEnd, at + 1)
    }
    return false
  }
}
