import Documents

extension Snippet {
  /// A code block's text as lines that know where they stand in the source.
  ///
  /// Where a container takes a part of a tab, the rest of it comes as spaces that stand nowhere in the
  /// source; the text is without them, so that each of its bytes has its place.
  init(literal: String, under fence: Int, in source: SourceText) {
    self.init(literal: literal, from: source.position(at: fence).line + 1, in: source)
  }

  /// The same for a text whose first line has a number in the source.
  init(literal: String, from firstLine: Int, in source: SourceText) {
    let bytes = Array(literal.utf8)
    let content = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
    var lines: [ArraySlice<UInt8>] = []
    var origins: [Int] = []
    for (index, line) in content.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    {
      let range = source.textRange(ofLine: firstLine + index)
      // Of a tab's four columns the container takes one at least.
      let rest = (0...3).lazy.map { line.dropFirst($0) }.first { rest in
        line.prefix(line.count - rest.count).allSatisfy { $0 == UInt8(ascii: " ") }
          && source.bytes[range].ends(with: rest)
      }
      lines.append(rest ?? line)
      // The last line of a hidden cell may end before the comment does.
      let start = source.bytes[range].firstRange(of: line)?.lowerBound
      origins.append(
        rest.map { range.upperBound - $0.count } ?? start
          ?? max(range.lowerBound, range.upperBound - line.count)
      )
    }
    let text = lines.joined(separator: [UInt8(ascii: "\n")])
    self.init(text: String(decoding: Array(text), as: UTF8.self), lineOrigins: origins)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with end: ArraySlice<UInt8>) -> Bool {
    suffix(end.count).elementsEqual(end)
  }
}
