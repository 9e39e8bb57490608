import Documents

/// Turns the LaTeX of a field into text: accents and signs into Unicode, emphasis, links and
/// formulas into pieces, and braces that only protect into nothing.
///
/// What it does not know it leaves out and remarks on; what stands in braces after it is kept.
struct LaTeXReader {
  let bytes: [UInt8]
  /// The byte that is read next.
  var index: Int
  /// Where reading ends.
  let end: Int
  /// How many commands and groups are being read within one another.
  var depth = 0
  var remarks: [LaTeXRemark] = []
  /// The signs of `\)` and `\]` that are known not to come any more.
  var missingSigns: Set<UInt8> = []

  /// How deep commands and groups may nest. Braces are limited already when a file is parsed, but
  /// `\emph\emph\emph…` nests without any.
  static let depthLimit = 100

  /// - Parameters:
  ///   - bytes: a value, UTF-8.
  ///   - range: the part to read; `nil` for all of it.
  init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    self.index = range?.lowerBound ?? 0
    self.end = range?.upperBound ?? bytes.count
  }

  /// The whole text, without white space at its ends.
  mutating func readAll() -> [BibliographyText] {
    var text = TextBuilder()
    while index < end {
      read(into: &text)
      // A brace that closes nothing means nothing.
      if index < end { index += 1 }
    }
    return text.finish().trimmed
  }

  var current: UInt8? { index < end ? bytes[index] : nil }

  /// Reads up to the end or to a brace that closes the group, which is left to be read.
  mutating func read(into text: inout TextBuilder) {
    while let byte = current {
      switch byte {
      case UInt8(ascii: "}"): return
      case UInt8(ascii: "{"): text.append(readGroup())
      case UInt8(ascii: "\\"): readCommand(into: &text)
      case UInt8(ascii: "$"): readMath(into: &text)
      case UInt8(ascii: "~"):
        text.append("\u{A0}")
        index += 1
      case UInt8(ascii: "-"):
        text.append(["-", "–", "—"][countRun(of: byte, upTo: 3) - 1])
      case UInt8(ascii: "`"):
        text.append(["‘", "“"][countRun(of: byte, upTo: 2) - 1])
      case UInt8(ascii: "'"):
        text.append(["’", "”"][countRun(of: byte, upTo: 2) - 1])
      case UInt8(ascii: "?") where startsTurnedMark: appendTurned("¿", to: &text)
      case UInt8(ascii: "!") where startsTurnedMark: appendTurned("¡", to: &text)
      case _ where byte.isASCIIWhitespace:
        text.appendSpace()
        index += 1
      default: appendRun(to: &text)
      }
    }
  }

  /// Reads `{…}` behind its opening brace and the closing one.
  mutating func readGroup() -> [BibliographyText] {
    index += 1
    guard depth < Self.depthLimit else { return [] }
    depth += 1
    defer { depth -= 1 }
    var text = TextBuilder()
    read(into: &text)
    if index < end { index += 1 }
    return text.finish()
  }

  /// Reads what a command applies to: a group, another command or a single character.
  mutating func readArgument() -> [BibliographyText] {
    skipSpace()
    guard depth < Self.depthLimit, let byte = current, byte != UInt8(ascii: "}") else { return [] }
    if byte == UInt8(ascii: "{") { return readGroup() }
    depth += 1
    defer { depth -= 1 }
    var text = TextBuilder()
    if byte == UInt8(ascii: "\\") {
      readCommand(into: &text)
    } else if byte == UInt8(ascii: "$") {
      readMath(into: &text)
    } else {
      let start = index
      index += 1
      while let next = current, next & 0xC0 == 0x80 { index += 1 }
      text.append(String(decoding: bytes[start..<index], as: UTF8.self))
    }
    return text.finish()
  }

  mutating func skipSpace() {
    while let byte = current, byte.isASCIIWhitespace { index += 1 }
  }

  mutating func remark(
    _ kind: Diagnostic.Kind,
    _ message: String,
    help: String,
    _ range: Range<Int>
  ) {
    remarks.append(
      LaTeXRemark(kind: kind, message: message, help: help, range: range)
    )
  }

  private mutating func countRun(of byte: UInt8, upTo limit: Int) -> Int {
    let start = index
    while current == byte, index - start < limit { index += 1 }
    return index - start
  }

  /// Whether `` ?` `` or `` !` `` is read.
  private var startsTurnedMark: Bool {
    index + 1 < end && bytes[index + 1] == UInt8(ascii: "`")
  }

  private mutating func appendTurned(_ mark: String, to text: inout TextBuilder) {
    text.append(mark)
    index += 2
  }

  private mutating func appendRun(to text: inout TextBuilder) {
    let start = index
    index += 1
    while let byte = current, byte.isPlainText { index += 1 }
    text.append(String(decoding: bytes[start..<index], as: UTF8.self))
  }
}

extension UInt8 {
  /// Whether the byte stands for itself in LaTeX's text.
  fileprivate var isPlainText: Bool {
    switch self {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"), UInt8(ascii: "$"),
      UInt8(ascii: "~"), UInt8(ascii: "-"), UInt8(ascii: "`"), UInt8(ascii: "'"),
      UInt8(ascii: "?"), UInt8(ascii: "!"):
      false
    default: !isASCIIWhitespace
    }
  }
}
