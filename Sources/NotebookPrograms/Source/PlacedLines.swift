import Documents
import NotebookSyntax

/// Lines of a piece's code, padded so that each character stands in its column of the notebook.
///
/// A snippet has lost the prefixes of quotes and list items; spaces take their place. The lines of a
/// string literal are all padded as its first one, whatever their own prefixes were, because
/// their common indentation is part of the language.
struct PlacedLines {
  /// The notebook's line on which the first line stands.
  let firstLine: Int
  private let lines: [(margin: Int, text: String)]

  /// A text that takes the place of everything from an offset to the end of its line.
  struct Tail {
    var offset: Int
    var text: String
  }

  /// - Parameters:
  ///   - piece: the piece.
  ///   - range: the part of its code.
  ///   - source: the notebook.
  ///   - textBlocks: the string literals of several lines in the code.
  ///   - blanks: what is left out, with spaces in its place.
  ///   - tails: what stands in the place of comments, in order.
  init(
    _ piece: ParsedPiece,
    _ range: Range<Int>,
    in source: SourceText,
    textBlocks: [Range<Int>] = [],
    blanks: [Range<Int>] = [],
    tails: [Tail] = []
  ) {
    var bytes = piece.bytes
    for index in blanks.joined() where bytes[index] != UInt8(ascii: "\n") {
      bytes[index] = UInt8(ascii: " ")
    }
    func column(of offset: Int) -> Int {
      source.position(at: piece.origin(of: offset)).column - 1
    }
    var lines: [(margin: Int, text: String)] = []
    var start = range.lowerBound
    firstLine = source.position(at: piece.origin(of: start)).line
    while start <= range.upperBound {
      let rest = bytes[start..<range.upperBound]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
      let block = textBlocks.first { $0.lowerBound < start && start < $0.upperBound }
      let margin = block.map { column(of: piece.lineStart(of: $0.lowerBound)) } ?? column(of: start)
      let added = tails[tails.partitioningIndex { start <= $0.offset }...]
        .prefix { $0.offset <= end }
      let kept = start..<min(end, added.first?.offset ?? end)
      let text = added.reduce(String(decoding: bytes[kept], as: UTF8.self)) { $0 + $1.text }
      lines.append((text.isEmpty ? 0 : margin, text))
      start = end + 1
    }
    self.lines = lines
  }

  /// The lines, each with its end.
  /// - Parameter written: how many columns of the first line are already written.
  func text(after written: Int) -> String {
    var written = written
    return lines.reduce(into: "") { text, line in
      text += String(repeating: " ", count: max(0, line.margin - written)) + line.text + "\n"
      written = 0
    }
  }
}
