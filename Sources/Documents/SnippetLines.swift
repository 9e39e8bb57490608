/// A snippet whose lines are known, so that many of its parts are cut out and placed without reading it
/// from its beginning for each.
package struct SnippetLines {
  package let bytes: [UInt8]
  private let starts: [Int]
  private let origins: [Int]

  package init(_ snippet: Snippet) {
    let bytes = Array(snippet.text.utf8)
    self.bytes = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    origins = snippet.lineOrigins
  }

  /// The offset in the document of an offset in the snippet.
  package func origin(of offset: Int) -> Int {
    let line = line(at: offset)
    guard line < origins.count else { return origins.last ?? 0 }
    return origins[line] + offset - starts[line]
  }

  /// A part of the snippet without white space at its ends.
  package func trimmedPart(_ range: Range<Int>) -> Snippet {
    let text = bytes[range]
    let start = text.firstIndex { !$0.isASCIIWhitespace } ?? range.lowerBound
    let end = text.lastIndex { !$0.isASCIIWhitespace }.map { $0 + 1 } ?? start
    var lineOrigins = [origin(of: start)]
    for line in line(at: start) + 1..<max(line(at: end), line(at: start)) + 1 {
      lineOrigins.append(origins[min(line, origins.count - 1)])
    }
    return Snippet(
      text: String(decoding: bytes[start..<end], as: UTF8.self),
      lineOrigins: lineOrigins
    )
  }

  private func line(at offset: Int) -> Int { max(starts.partitioningIndex { $0 > offset } - 1, 0) }
}
