extension LaTeXReader {
  /// An argument that is not LaTeX's text, such as an address.
  struct Verbatim {
    /// The argument as it is written.
    var raw: String
    /// The argument with what is escaped in it as itself.
    var text: String
    /// The bytes of the value it was read from, without the braces.
    var range: Range<Int>
  }

  /// Reads `{…}` as it is written.
  mutating func readVerbatim() -> Verbatim {
    skipSpace()
    guard current == UInt8(ascii: "{") else {
      return Verbatim(raw: "", text: "", range: index..<index)
    }
    let start = index + 1
    var braces = 0
    repeat {
      if bytes[index] == UInt8(ascii: "{") { braces += 1 }
      if bytes[index] == UInt8(ascii: "}") { braces -= 1 }
      index += 1
    } while index < end && braces > 0
    let range = start..<max(start, braces == 0 ? index - 1 : index)
    return Verbatim(
      raw: String(decoding: bytes[range], as: UTF8.self),
      text: VerbatimText.text(of: bytes[range]),
      range: range
    )
  }

  /// Reads a formula between dollars, one or two of them.
  mutating func readMath(into text: inout TextBuilder) {
    let start = index
    index += 1
    let isDouble = current == UInt8(ascii: "$")
    if isDouble { index += 1 }
    let first = index
    guard let last = skipMath(to: { $0 == UInt8(ascii: "$") }) else {
      index = start + 1
      text.append("$")
      remark(
        .bibOpenMath,
        "the formula that begins here is never closed",
        help: "add the second '$', or write '\\$' for the sign",
        start..<index
      )
      return
    }
    index += isDouble && index + 1 < end && bytes[index + 1] == UInt8(ascii: "$") ? 2 : 1
    appendMath(first..<last, to: &text)
  }

  /// Reads a formula `\(…\)` or `\[…\]`.
  mutating func readMath(closedBy sign: Unicode.Scalar, _ start: Int, into text: inout TextBuilder)
  {
    let first = index
    guard let last = skipMath(toCommand: UInt8(ascii: sign)) else {
      index = first
      remark(
        .bibOpenMath,
        "the formula that begins here is never closed",
        help: "add '\\\(sign)'",
        start..<first
      )
      return
    }
    index += 2
    appendMath(first..<last, to: &text)
  }

  private func appendMath(_ range: Range<Int>, to text: inout TextBuilder) {
    let tex = VerbatimText.onOneLine(bytes[range])
    if !tex.isEmpty { text.append(.math(tex)) }
  }

  /// Moves to the byte that closes a formula, within the group in which it began.
  private mutating func skipMath(to isEnd: (UInt8) -> Bool) -> Int? {
    var braces = 0
    while let byte = current {
      if braces == 0, isEnd(byte) { return index }
      if byte == UInt8(ascii: "\\"), index + 1 < end {
        index += 1
      } else if byte == UInt8(ascii: "{") {
        braces += 1
      } else if byte == UInt8(ascii: "}") {
        braces -= 1
      }
      if braces < 0 { return nil }
      index += 1
    }
    return nil
  }

  private mutating func skipMath(toCommand sign: UInt8) -> Int? {
    // A search that went to the end once would do so again for each formula that is opened.
    guard !missingSigns.contains(sign) else { return nil }
    while let byte = current {
      if byte == UInt8(ascii: "\\"), index + 1 < end {
        if bytes[index + 1] == sign { return index }
        index += 1
      }
      index += 1
    }
    missingSigns.insert(sign)
    return nil
  }
}
