import Documents

/// Where the address of a link ends, by the grammar of CommonMark and of GitHub's bare addresses.
///
/// Nothing in an address, or in the title behind it, is mathematics or refers to anything.
struct LinkAddress {
  let bytes: ArraySlice<UInt8>
  /// Whether it stands in a row of a table, where `|` ends the cell.
  let isRow: Bool

  /// How deep parentheses may stand in one another in an address, as in cmark-gfm.
  private static let deepestParentheses = 32

  /// The index behind `(address "title")`, whose first parenthesis stands at an index.
  func endOfTarget(at start: Int) -> Int? {
    guard byte(start) == UInt8(ascii: "(") else { return nil }
    let addressStart = skipSpace(start + 1)
    guard let addressEnd = endOfAddress(from: addressStart) else { return nil }
    var at = skipSpace(addressEnd)
    if at > addressEnd, let end = endOfTitle(from: at) { at = skipSpace(end) }
    return byte(at) == UInt8(ascii: ")") ? at + 1 : nil
  }

  /// `[name]: address "title"`, with the end of its line.
  struct Definition {
    var name: Range<Int>
    var whole: Range<Int>
  }

  /// The definitions that a paragraph begins with.
  func definitions(from start: Int) -> [Definition] {
    var definitions: [Definition] = []
    while let next = definition(from: definitions.last?.whole.upperBound ?? start) {
      definitions.append(next)
    }
    return definitions
  }

  private func definition(from start: Int) -> Definition? {
    var at = start
    while byte(at) == UInt8(ascii: " ") { at += 1 }
    guard byte(at) == UInt8(ascii: "["), let close = endOfName(from: at + 1),
      byte(close + 1) == UInt8(ascii: ":")
    else { return nil }
    let name = at + 1..<close
    let addressStart = skipSpace(close + 2)
    guard let addressEnd = endOfAddress(from: addressStart), addressEnd > addressStart else {
      return nil
    }
    let titleStart = skipSpace(addressEnd)
    if titleStart > addressEnd, let titleEnd = endOfTitle(from: titleStart),
      let end = endOfLine(from: titleEnd)
    {
      return Definition(name: name, whole: start..<end)
    }
    return endOfLine(from: addressEnd).map { Definition(name: name, whole: start..<$0) }
  }

  private func endOfName(from start: Int) -> Int? {
    let longestName = 1000
    var at = start
    var isBlank = true
    while let next = byte(at), at - start < longestName {
      if next == UInt8(ascii: "]") { return isBlank ? nil : at }
      if next == UInt8(ascii: "[") { return nil }
      if !next.isASCIIWhitespace { isBlank = false }
      at += next == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// The index behind an address, which may be empty.
  private func endOfAddress(from start: Int) -> Int? {
    var at = start
    if byte(start) == UInt8(ascii: "<") {
      at += 1
      while let next = byte(at), next != UInt8(ascii: "\n"), next != UInt8(ascii: "<") {
        if next == UInt8(ascii: ">") { return at + 1 }
        at += next == UInt8(ascii: "\\") ? 2 : 1
      }
      return nil
    }
    var depth = 0
    while let next = byte(at), next > UInt8(ascii: " ") {
      if next == UInt8(ascii: "\\"), let escaped = byte(at + 1), escaped.isASCIIPunctuation {
        at += 2
        continue
      }
      if next == UInt8(ascii: "(") {
        depth += 1
        if depth > Self.deepestParentheses { return nil }
      } else if next == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      at += 1
    }
    return depth == 0 ? at : nil
  }

  private func endOfTitle(from start: Int) -> Int? {
    guard let opening = byte(start), "\"'(".utf8.contains(opening) else { return nil }
    let closing = opening == UInt8(ascii: "(") ? UInt8(ascii: ")") : opening
    var at = start + 1
    while let next = byte(at) {
      if next == closing { return at + 1 }
      if next == opening { return nil }
      at += next == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// The index behind a bare address such as `https://example.org` or `www.example.org`.
  func endOfBareAddress(at start: Int) -> Int? {
    let before = start > 0 ? bytes[start - 1] : nil
    let hostStart: Int
    if let scheme = Self.schemes.first(where: { bytes.startsIgnoringCase($0, at: start) }) {
      guard before.map(\.isASCIILetter) != true else { return nil }
      hostStart = start + scheme.count
    } else if bytes[start...].starts(with: "www.".utf8) {
      guard before.map({ $0.isASCIIWhitespace || "*_~(".utf8.contains($0) }) ?? true else {
        return nil
      }
      hostStart = start
    } else {
      return nil
    }
    guard hasHost(from: hostStart) else { return nil }
    let end = bytes[hostStart...].firstIndex {
      $0.isASCIIWhitespace || $0 == UInt8(ascii: "<") || (isRow && $0 == UInt8(ascii: "|"))
    }
    return end ?? bytes.endIndex
  }

  private static let schemes = ["http://", "https://", "ftp://"].map { Array($0.utf8) }

  /// Whether a host's name begins at an index: without an underscore in its last two parts.
  private func hasHost(from start: Int) -> Bool {
    guard let first = byte(start), !first.isASCIIWhitespace, first != UInt8(ascii: "<") else {
      return false
    }
    var underscores = (last: 0, before: 0)
    var at = start + 1
    while let next = byte(at),
      next.isASCIILetterOrDigit || next >= 0x80 || "_.-".utf8.contains(next)
    {
      if next == UInt8(ascii: "_") { underscores.last += 1 }
      if next == UInt8(ascii: ".") { underscores = (0, underscores.last) }
      at += 1
    }
    return underscores == (0, 0)
  }

  private func byte(_ index: Int) -> UInt8? {
    guard index < bytes.endIndex else { return nil }
    return isRow && bytes[index] == UInt8(ascii: "|") ? nil : bytes[index]
  }

  /// The index behind white space with at most one line end in it.
  private func skipSpace(_ start: Int) -> Int {
    var at = start
    var hasLineEnd = false
    while let next = byte(at), next.isASCIIWhitespace, !(next == UInt8(ascii: "\n") && hasLineEnd) {
      if next == UInt8(ascii: "\n") { hasLineEnd = true }
      at += 1
    }
    return at
  }

  /// The index of the next line, if nothing is left of this one.
  private func endOfLine(from start: Int) -> Int? {
    var at = start
    while let next = byte(at), next.isASCIIWhitespace {
      at += 1
      if next == UInt8(ascii: "\n") { return at }
    }
    return at == bytes.endIndex ? at : nil
  }
}
