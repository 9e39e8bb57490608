import Documents

extension BibParser {
  /// Reads a value, `{…}`, `"…"`, a number or an abbreviation, or several joined by `#`.
  ///
  /// - Parameter name: the field's name; `nil` in a preamble.
  /// - Returns: `nil` where the value is never closed and reading goes on at the next entry.
  mutating func readValue(of name: String?) -> RawValue? {
    var value = RawValue()
    var end = index
    while true {
      skipSpace()
      switch current {
      case UInt8(ascii: "{"):
        guard readBraced(into: &value) else { return nil }
      case UInt8(ascii: "\""):
        guard readQuoted(into: &value) else { return nil }
      case .some(let byte) where byte.isBibName && !startsEntry(at: index):
        readWord(into: &value)
      default:
        report(
          .bibMissingValue,
          "a value is missing" + (name.map { " for '\($0)'" } ?? ""),
          help: "write it in braces: '{value}'",
          end..<end
        )
        index = end
        return value
      }
      end = index
      skipSpace()
      guard current == UInt8(ascii: "#") else { break }
      index += 1
      end = index
    }
    index = end
    return value
  }

  /// Reads a number or an abbreviation.
  private mutating func readWord(into value: inout RawValue) {
    let range = index..<endOfName(from: index)
    index = range.upperBound
    let word = bytes[range]
    if word.allSatisfy(\.isASCIIDigit) {
      value.append(word, file: file, origin: range.lowerBound)
    } else if word.first?.isASCIIDigit == true || word.first == UInt8(ascii: "\\") {
      report(
        .bibBareValue,
        "'\(source[range].excerpt)' needs braces around it",
        help: "write '{\(source[range].excerpt)}'; only a whole number may stand alone",
        range
      )
      value.append(word, file: file, origin: range.lowerBound)
    } else if let expansion = abbreviations.expand(source[range]) {
      value.append(expansion)
    } else {
      let help = suggestions.help(
        for: source[range],
        in: abbreviations.names,
        otherwise:
          "define it by '@string{\(source[range].excerpt) = {…}}', or put braces around the text"
      )
      unknownNames.append((diagnostics.count, source[range]))
      report(
        .bibUnknownString,
        "no @string defines '\(source[range].excerpt)'",
        help: help,
        range
      )
      value.append(word, file: file, origin: range.lowerBound)
    }
  }

  private mutating func readBraced(into value: inout RawValue) -> Bool {
    let open = index
    var scan = BraceScan(start: open + 1)
    while scan.index < bytes.count {
      if bytes[scan.index] == UInt8(ascii: "}"), scan.depth == 0 {
        index = scan.index + 1
        append(open + 1..<scan.index, scan, to: &value)
        return true
      }
      guard !scan.isLineStart || !looksLikeEntry(at: scan.index) else { break }
      scan.advance(over: bytes[scan.index])
    }
    reportUnclosed("brace", open)
    index = scan.index
    return false
  }

  private mutating func readQuoted(into value: inout RawValue) -> Bool {
    let open = index
    var scan = BraceScan(start: open + 1)
    while scan.index < bytes.count {
      let byte = bytes[scan.index]
      if byte == UInt8(ascii: "\""), scan.depth == 0 {
        index = scan.index + 1
        append(open + 1..<scan.index, scan, to: &value)
        return true
      }
      if byte == UInt8(ascii: "}"), scan.depth == 0 { break }
      guard !scan.isLineStart || !looksLikeEntry(at: scan.index) else { break }
      scan.advance(over: byte)
    }
    if scan.depth > 0, let brace = scan.outermost {
      reportUnclosed("brace", brace)
    } else {
      reportUnclosed("quotation mark", open)
    }
    index = nextEntryLine(from: scan.index)
    return false
  }

  private mutating func append(_ range: SourceRange, _ scan: BraceScan, to value: inout RawValue) {
    if let deep = scan.tooDeep {
      report(
        .bibNestedTooDeep,
        "braces nest more than \(Self.depthLimit) deep here",
        help: "the value is left out; remove braces that protect nothing",
        deep..<deep + 1
      )
    } else {
      value.append(bytes[range], file: file, origin: range.lowerBound)
    }
  }

  private mutating func reportUnclosed(_ what: String, _ open: Int) {
    report(
      .bibUnclosed,
      "this \(what) is never closed",
      help: "reading goes on at the next entry; a value is closed as it was opened",
      open..<open + 1
    )
  }
}

/// The state of a walk through a value: how deep in braces, and whether a line begins.
private struct BraceScan {
  var index: Int
  private(set) var depth = 0
  private(set) var isLineStart = false
  /// The first brace that nests too deep.
  private(set) var tooDeep: Int?
  /// The last brace that was opened outside all others.
  private(set) var outermost: Int?

  init(start: Int) { index = start }

  mutating func advance(over byte: UInt8) {
    if byte == UInt8(ascii: "{") {
      if depth == 0 { outermost = index }
      depth += 1
      if depth == BibParser.depthLimit, tooDeep == nil { tooDeep = index }
    } else if byte == UInt8(ascii: "}") {
      depth -= 1
    }
    isLineStart = byte.isLineEnd || isLineStart && byte.isASCIIWhitespace
    index += 1
  }
}
