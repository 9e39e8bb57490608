import Documents

extension ExtraScanner {
  /// A value that is written out behind its expression: `=0.1909`, or `` =`any text` ``.
  struct WrittenValue {
    /// The value without `=` and backticks.
    var content: Range<Int>
    /// The end of all that belongs to it.
    var end: Int
  }

  /// The written value that begins at an index, if one does. It stands on one line.
  func writtenValue(at start: Int, _ search: inout Search) -> WrittenValue? {
    guard byte(start, search) == UInt8(ascii: "=") else { return nil }
    let backticks = length(of: UInt8(ascii: "`"), from: start + 1, search)
    return backticks > 0 ? quoted(start + 1, backticks, &search) : plain(start + 1, search)
  }

  private func quoted(_ start: Int, _ backticks: Int, _ search: inout Search) -> WrittenValue? {
    var at = start + backticks
    if search.backticks.isMissing(backticks, from: at) { return nil }
    while let byte = byte(at, search), byte != UInt8(ascii: "\n") {
      let length = length(of: UInt8(ascii: "`"), from: at, search)
      if length == backticks {
        let content = trim(start + backticks..<at)
        return content.isEmpty ? nil : WrittenValue(content: content, end: at + length)
      }
      at += max(length, 1)
    }
    search.backticks.note(run.bytes[..<at], from: start)
    return nil
  }

  /// A number or a word; the marks that end a sentence or an emphasis do not belong to it.
  private func plain(_ start: Int, _ search: Search) -> WrittenValue? {
    var end = start
    while let byte = byte(end, search), !byte.isASCIIWhitespace, !Self.delimiters.contains(byte) {
      end += 1
    }
    while end > start, Self.trailing.contains(run.bytes[end - 1]) { end -= 1 }
    return end > start ? WrittenValue(content: start..<end, end: end) : nil
  }

  private static let delimiters = Set("[]()<>{}|`\"\\$@;!?".utf8)
  private static let trailing = Set(".,:*_~'".utf8)
}

/// The mark that makes a code span a value.
extension ExtraScanner {
  /// The mark `{swift}` at an index, or a slip of the pen for it such as `{Swift}` or `{swfit}`.
  func valueMark(at start: Int, _ search: Search) -> (end: Int, slip: Range<Int>?)? {
    guard byte(start, search) == UInt8(ascii: "{") else { return nil }
    let content = run.bytes[start + 1..<search.end]
    let longestWord = 16
    let word = content.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ".") }
      .prefix(longestWord).prefix { $0.isASCIILetterOrDigit }
    let rest = run.bytes[word.endIndex..<search.end]
    let close = rest.firstIndex { $0 != UInt8(ascii: " ") }
    guard !word.isEmpty, let close, run.bytes[close] == UInt8(ascii: "}") else { return nil }
    let name = String(decoding: word, as: UTF8.self)
    if name == "swift" { return (close + 1, nil) }
    return FenceLanguage.isSlipOfSwift(name) ? (close + 1, word.startIndex..<word.endIndex) : nil
  }

  mutating func warnOfSlip(_ word: Range<Int>) {
    let name = String(decoding: run.bytes[word], as: UTF8.self)
    let start = run.origin(of: word.lowerBound)
    found.diagnostics.append(
      Diagnostic(
        .warning,
        .unknownValueWord,
        "'{\(name)}' is taken for '{swift}', and what follows for an expression",
        help: "did you mean '{swift}'?",
        in: source,
        at: start..<start + word.count
      )
    )
  }
}
