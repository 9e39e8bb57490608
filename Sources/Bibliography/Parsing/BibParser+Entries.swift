import Documents

extension BibParser {
  /// Reads an entry behind its head, whatever kind it is of.
  mutating func readEntry(_ head: EntryHead) {
    switch head.type {
    case "comment": skipComment(head)
    case "preamble": readPreamble(head)
    case "string": readAbbreviations(head)
    default: readReference(head)
    }
  }

  private mutating func readReference(_ head: EntryHead) {
    let (key, keyRange) = readKey(head)
    var entry = RawEntry(
      type: head.type,
      typeRange: head.typeRange,
      key: key,
      keyRange: keyRange
    )
    entry.fields = readFields(head)
    entries.append(entry)
  }

  private mutating func readAbbreviations(_ head: EntryHead) {
    for field in readFields(head) { abbreviations.define(field.name, as: field.value) }
  }

  /// What a preamble holds is TeX for LaTeX's own list and means nothing here.
  private mutating func readPreamble(_ head: EntryHead) {
    guard readValue(of: nil) != nil else { return }
    skipSpace()
    if current == head.closer {
      index += 1
    } else {
      reportUnclosedEntry(head, last: nil)
    }
  }

  /// Passes over `@comment{…}`. What is in it may look like entries, since that is how people take
  /// entries out of use.
  private mutating func skipComment(_ head: EntryHead) {
    var depth = 0
    var at = index
    var isLineStart = false
    while at < bytes.count {
      let byte = bytes[at]
      if byte == head.closer, depth == 0 {
        index = at + 1
        return
      }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}"), depth > 0 { depth -= 1 }
      if commentsAreBroken, isLineStart, looksLikeEntry(at: at) { break }
      isLineStart = byte.isLineEnd || isLineStart && byte.isASCIIWhitespace
      at += 1
    }
    commentsAreBroken = true
    reportUnclosedEntry(head, last: nil)
    index = nextEntryLine(from: index)
  }

  // MARK: Keys

  /// Reads the key and the comma after it; `nil` where there is none.
  private mutating func readKey(_ head: EntryHead) -> (String?, SourceRange) {
    skipSpace()
    let start = index
    var end = start
    while end < bytes.count, bytes[end].isBibKey, bytes[end] != head.closer { end += 1 }
    let range = start..<end
    let after = endOfSpace(from: end)
    if range.isEmpty || after < bytes.count && bytes[after] == UInt8(ascii: "=") {
      reportMissingKey(head)
      if current == UInt8(ascii: ",") { index += 1 }
      return (nil, range)
    }
    index = end
    return (source[range], readKeyEnd(head, range))
  }

  private mutating func reportMissingKey(_ head: EntryHead) {
    report(
      .bibMissingKey,
      "this entry has no key to cite it by",
      help: "write a key and a comma after the opening: '@\(head.type){key, …}'",
      head.open + 1..<head.open + 1
    )
  }

  /// Reads what stands between a key and the fields, and gives the key's place.
  private mutating func readKeyEnd(_ head: EntryHead, _ range: SourceRange) -> SourceRange {
    skipSpace()
    guard let byte = current, byte != head.closer else { return range }
    if byte == UInt8(ascii: ",") {
      index += 1
      return range
    }
    var stop = range.upperBound
    while stop < bytes.count, bytes[stop].isBibKey || bytes[stop].isASCIIWhitespace,
      !bytes[stop].isLineEnd
    { stop += 1 }
    if stop < bytes.count, bytes[stop] == UInt8(ascii: ",") {
      let key = source[range].excerpt
      let whole = range.lowerBound..<stop
      report(
        .bibSpaceInKey,
        "a key is one word, so only '\(key)' of '\(source[whole].excerpt)' is read",
        help: "write the key without white space",
        whole
      )
      index = stop + 1
    } else if !startsEntry(at: index) {
      reportMissingComma(after: "the key '\(source[range].excerpt)'", range.upperBound)
    }
    return range
  }
}

extension UInt8 {
  /// Whether the byte may be in a key, which is nearly all that neither parts nor closes.
  fileprivate var isBibKey: Bool {
    switch self {
    case 0...0x20, 0x7F, UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "="), UInt8(ascii: "@"):
      false
    default: true
    }
  }
}
