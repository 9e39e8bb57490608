import SwiftSyntax

/// A comment by its place in a piece's code: `//` to the end of its line, or `/* */`, where that ends a
/// line.
struct CommentLine {
  /// The comment from its mark to its end.
  var range: Range<Int>
  /// What stands in it.
  var body: Range<Int>
  /// The line of the code in which it stands, from 0.
  var line: Int
  /// Whether nothing but white space stands before it on its line.
  var isAlone: Bool

  /// Whether it is a `/* */`.
  var isBlock: Bool { body.upperBound < range.upperBound }

  /// All comments, in order.
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
    return ranges.compactMap { range in
      while at < range.lowerBound {
        if bytes[at] == UInt8(ascii: "\n") {
          line += 1
          lineStart = at + 1
        }
        at += 1
      }
      let isAlone = bytes[lineStart..<range.lowerBound].allSatisfy { isSpace($0) }
      var body = range.lowerBound + 2..<range.upperBound
      if bytes[range.lowerBound + 1] == UInt8(ascii: "*") {
        guard range.count >= 4,
          bytes[range.upperBound...].first(where: { !isSpace($0) }).map({ $0 == UInt8(ascii: "\n") }
          )
            ?? true
        else { return nil }
        body = body.lowerBound..<range.upperBound - 2
      }
      return CommentLine(range: range, body: body, line: line, isAlone: isAlone)
    }
  }

  private static func add(_ trivia: Trivia, at start: Int, to ranges: inout [Range<Int>]) {
    var start = start
    for piece in trivia {
      let end = start + piece.sourceLength.utf8Length
      switch piece {
      case .lineComment, .blockComment: ranges.append(start..<end)
      default: break
      }
      start = end
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
