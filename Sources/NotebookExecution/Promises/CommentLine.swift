import SwiftSyntax

/// A comment of one line, by its place in a piece's code.
struct CommentLine {
  /// The comment from its `//` to its end.
  var range: Range<Int>
  /// The line of the code in which it stands, from 0.
  var line: Int
  /// Whether nothing but white space stands before it on its line.
  var isAlone: Bool

  /// All comments that begin with `//`, in order.
  static func all(in tree: some SyntaxProtocol, of bytes: [UInt8]) -> [CommentLine] {
    var ranges: [Range<Int>] = []
    for token in tree.tokens(viewMode: .all) {
      add(token.leadingTrivia, at: token.position.utf8Offset, to: &ranges)
      add(
        token.trailingTrivia,
        at: token.endPositionBeforeTrailingTrivia.utf8Offset,
        to: &ranges
      )
    }
    var line = 0
    var lineStart = 0
    var at = 0
    return ranges.map { range in
      while at < range.lowerBound {
        if bytes[at] == UInt8(ascii: "\n") {
          line += 1
          lineStart = at + 1
        }
        at += 1
      }
      let isAlone = bytes[lineStart..<range.lowerBound].allSatisfy { isSpace($0) }
      return CommentLine(range: range, line: line, isAlone: isAlone)
    }
  }

  private static func add(_ trivia: Trivia, at start: Int, to ranges: inout [Range<Int>]) {
    var start = start
    for piece in trivia {
      let end = start + piece.sourceLength.utf8Length
      if case .lineComment = piece { ranges.append(start..<end) }
      start = end
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
