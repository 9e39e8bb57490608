import Documents

extension BibParser {
  /// Reads `name = value, …` up to the byte that closes the entry.
  mutating func readFields(_ head: EntryHead) -> [RawField] {
    var fields: [RawField] = []
    var lastValue: SourceRange?
    while true {
      skipSpace()
      guard let byte = current, !startsEntry(at: index) else {
        reportUnclosedEntry(head, last: lastValue.map { (fields.last?.name ?? "", $0) })
        return fields
      }
      if byte == head.closer {
        index += 1
        checkEnd()
        return fields
      }
      if closesWrongly(byte, head) { return fields }
      guard !skipStray(byte, head) else { continue }
      let nameRange = index..<endOfName(from: index)
      guard !nameRange.isEmpty, !byte.isASCIIDigit else {
        reportNoField(head)
        continue
      }
      let name = source[nameRange].lowercased()
      index = nameRange.upperBound
      guard readEquals(name, nameRange, head) else { continue }
      let start = endOfSpace(from: index)
      guard let value = readValue(of: name) else { return fields }
      lastValue = start..<max(start, index)
      fields.append(RawField(name: name, nameRange: nameRange, value: value))
      readFieldEnd(name, head)
    }
  }

  /// Passes over a comma too many and over a line that begins with `%`.
  private mutating func skipStray(_ byte: UInt8, _ head: EntryHead) -> Bool {
    if byte == UInt8(ascii: ",") {
      report(
        .bibStrayComma,
        "there is one comma too many",
        help: "BibTeX itself stops at a comma with nothing before it",
        index..<index + 1,
        .warning
      )
      index += 1
      return true
    }
    guard byte == UInt8(ascii: "%") else { return false }
    let line = index..<endOfLine(from: index)
    report(
      .bibCommentInEntry,
      "BibTeX knows no comments inside an entry",
      help: "rename a field that is out of use, such as 'OPTnote', or remove it",
      line,
      .warning
    )
    index = line.upperBound
    return true
  }

  private mutating func reportNoField(_ head: EntryHead) {
    let start = index
    skipJunk(head)
    report(
      .bibNoField,
      "the name of a field is due here",
      help: "a field is written 'name = {value},'",
      start..<max(index, start + 1)
    )
    if index == start { index += 1 }
    if current == UInt8(ascii: ",") { index += 1 }
  }

  /// Reads the `=` of a field; `false` where the field is given up.
  private mutating func readEquals(
    _ name: String,
    _ range: SourceRange,
    _ head: EntryHead
  ) -> Bool {
    skipSpace()
    if current == UInt8(ascii: "=") {
      index += 1
      return true
    }
    report(
      .bibMissingEquals,
      "a '=' is missing after '\(name)'",
      help: "a field is written '\(name) = {value},'",
      range.upperBound..<range.upperBound
    )
    if current == UInt8(ascii: "{") || current == UInt8(ascii: "\"") { return true }
    skipJunk(head)
    if current == UInt8(ascii: ",") { index += 1 }
    return false
  }

  /// Reads what follows a value: a comma, or the end of the entry.
  private mutating func readFieldEnd(_ name: String, _ head: EntryHead) {
    let end = index
    skipSpace()
    guard let byte = current, byte != head.closer, !startsEntry(at: index) else { return }
    if byte == UInt8(ascii: ",") {
      index += 1
      return
    }
    if isWrongCloser(byte, head) { return }
    let nameEnd = endOfName(from: index)
    let equals = endOfSpace(from: nameEnd)
    if nameEnd > index, equals < bytes.count, bytes[equals] == UInt8(ascii: "=") {
      reportMissingComma(after: "the value of '\(name)'", end)
      return
    }
    if byte == UInt8(ascii: "%") { return }
    let start = index
    skipJunk(head)
    if index == start { index += 1 }
    report(
      .bibAfterValue,
      "the value of '\(name)' has ended before this",
      help: "a '\"' within quotes is written '{\"}', and a brace closes only what it opened",
      start..<index
    )
    if current == UInt8(ascii: ",") { index += 1 }
  }

  mutating func reportMissingComma(after what: String, _ offset: Int) {
    report(
      .bibMissingComma,
      "a comma is missing after \(what)",
      help: "fields are parted by commas",
      offset..<offset
    )
  }

  /// Ends an entry that was opened by a parenthesis and is closed by a brace, or the other way
  /// round.
  private mutating func closesWrongly(_ byte: UInt8, _ head: EntryHead) -> Bool {
    guard isWrongCloser(byte, head) else { return false }
    let written = String(UnicodeScalar(byte))
    let due = String(UnicodeScalar(head.closer))
    report(
      .bibWrongCloser,
      "'@\(head.type)' is closed by '\(written)', though a '\(due)' is due",
      help: "close an entry as it was opened",
      index..<index + 1
    )
    index += 1
    return true
  }

  /// A brace can only close the entry here; a parenthesis may be one that went astray.
  private func isWrongCloser(_ byte: UInt8, _ head: EntryHead) -> Bool {
    guard byte != head.closer else { return false }
    if byte == UInt8(ascii: "}") { return true }
    guard byte == UInt8(ascii: ")") else { return false }
    let after = endOfSpace(from: index + 1)
    return after == bytes.count || bytes[after] == UInt8(ascii: "@")
  }

  /// Tells of a field right behind an entry: then the entry was closed too early.
  private mutating func checkEnd() {
    let comma = endOfSpace(from: index)
    guard comma < bytes.count, bytes[comma] == UInt8(ascii: ",") else { return }
    let name = endOfSpace(from: comma + 1)
    let nameEnd = endOfName(from: name)
    let equals = endOfSpace(from: nameEnd)
    guard nameEnd > name, equals < bytes.count, bytes[equals] == UInt8(ascii: "=") else { return }
    report(
      .bibClosedEarly,
      "the entry is closed here, but '\(source[name..<nameEnd])' follows",
      help: "there is one '\(source[index - 1..<index])' too many in front of this place",
      index - 1..<index
    )
  }
}
