import Documents
import NotebookSyntax
import SwiftParser
import SwiftSyntax

/// What of code in which marks stand for the rest can be compiled all the same: each statement and declaration
/// in which a mark is all of a body, or one of its statements.
///
/// The mark becomes a name of as many bytes, which never gives a value and so fits where any is due. Nothing else
/// moves, so that each message stands at its place.
package struct CodeParts: Sendable {
  /// The parts in order, behind the declaration of what takes the place of marks.
  package let pieces: [ParsedPiece]
  /// The pieces, by their numbers, in which a mark stands for something else. What needs them cannot be
  /// compiled either.
  package let leftOut: Set<Int>

  /// Whether nothing but imports is left.
  package var isEmpty: Bool {
    pieces.indices.dropFirst().allSatisfy { number in
      leftOut.contains(number) || pieces[number].items.allSatisfy { $0.module != nil }
    }
  }

  /// - Parameters:
  ///   - piece: the code.
  ///   - id: names the piece that declares the name for marks; no offset of the document.
  package init(of piece: ParsedPiece, in source: SourceText, id: Int) {
    let name = ContextCode(Self.declaration, in: source, at: piece.piece.range.lowerBound)
    var pieces = [ParsedPiece(context: name, id: id)]
    var leftOut: Set<Int> = []
    if !OtherPlatform.isMeant(by: piece.tree) {
      let text = Self.filled(piece)
      let tree = Parser.parse(source: text)
      var lines = PartLines(text, of: piece)
      for item in tree.statements {
        let range = Syntax(item).textRange
        guard !range.isEmpty, let part = lines.part(range) else { continue }
        if part.isBroken || Placeholder.stands(in: item) { leftOut.insert(pieces.count) }
        pieces.append(part)
      }
    }
    self.pieces = pieces
    self.leftOut = leftOut
  }

  private static let name = "___"
  private static let declaration = "var \(name): Never { fatalError() }"

  /// The code with the name in the place of marks that stand for statements.
  private static func filled(_ piece: ParsedPiece) -> String {
    var bytes = piece.bytes
    for range in MarkedStatements.all(in: piece.tree) {
      let isTopLevel = range.isTopLevel
      for (index, offset) in range.bytes.enumerated() where bytes[offset] != UInt8(ascii: "\n") {
        bytes[offset] =
          index < name.utf8.count && !isTopLevel ? UInt8(ascii: "_") : UInt8(ascii: " ")
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Cuts a part out of code, at its own places.
private struct PartLines {
  private let piece: ParsedPiece
  private let lines: [Substring.UTF8View]
  private let starts: [Int]

  init(_ text: String, of piece: ParsedPiece) {
    self.piece = piece
    lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    starts = lines.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count + 1) }
  }

  /// The piece that a range of the text is by itself.
  mutating func part(_ range: Range<Int>) -> ParsedPiece? {
    let first = starts.partitioningIndex { $0 > range.lowerBound } - 1
    let last = starts.partitioningIndex { $0 >= range.upperBound } - 1
    guard lines.indices.contains(first), lines.indices.contains(last) else { return nil }
    let origins = piece.code.lineOrigins
    guard last < origins.count else { return nil }
    let code = (first...last).map { number in
      String(
        decoding: lines[number].enumerated().map { column, byte in
          range.contains(starts[number] + column) ? byte : UInt8(ascii: " ")
        },
        as: UTF8.self
      )
    }
    let place = piece.sourceRange(of: range)
    let cell = Cell(
      hidden: Snippet(
        text: code.joined(separator: "\n"),
        lineOrigins: Array(origins[first...last])
      ),
      id: place.lowerBound,
      range: place
    )
    return ParsedPiece(onlyCompiled: cell)
  }
}

/// The marks in code that stand for statements.
private final class MarkedStatements: SyntaxVisitor {
  private var found: [Mark] = []
  /// The brackets that are open.
  private var open: [TokenKind] = []

  struct Mark {
    var bytes: Range<Int>
    /// Whether it stands in no body.
    var isTopLevel: Bool
  }

  static func all(in tree: SourceFileSyntax) -> [Mark] {
    let visitor = MarkedStatements(viewMode: .all)
    visitor.walk(tree)
    return visitor.found
  }

  override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
    guard token.presence == .present else { return .skipChildren }
    switch token.tokenKind {
    case .leftBrace, .leftParen, .leftSquare: open.append(token.tokenKind)
    case .rightBrace, .rightParen, .rightSquare:
      if token.tokenKind == .rightBrace, token.closesNothing { noteComment(before: token) }
      _ = open.popLast()
    default:
      let isInList = open.last.map { $0 != .leftBrace } ?? false
      if ["...", "…"].contains(token.text), token.isStatement, !isInList {
        found.append(Mark(bytes: Syntax(token).textRange, isTopLevel: open.isEmpty))
      }
    }
    return .skipChildren
  }

  /// A body that holds nothing but a comment.
  private func noteComment(before token: TokenSyntax) {
    let start =
      token.previousToken(viewMode: .sourceAccurate)?.endPositionBeforeTrailingTrivia.utf8Offset
      ?? token.position.utf8Offset
    var at = start
    let before = token.previousToken(viewMode: .sourceAccurate)?.trailingTrivia ?? []
    for piece in Array(before) + Array(token.leadingTrivia) {
      let end = at + piece.sourceLength.utf8Length
      switch piece {
      case .lineComment, .blockComment:
        if Trivia(pieces: [piece]).isAboutMissingCode {
          found.append(Mark(bytes: at..<end, isTopLevel: false))
          return
        }
      default: break
      }
      at = end
    }
  }
}

extension TokenSyntax {
  /// Whether it stands where a statement would.
  fileprivate var isStatement: Bool {
    let before = previousToken(viewMode: .sourceAccurate)
    let after = nextToken(viewMode: .sourceAccurate)
    let begins =
      leadingTrivia.hasNewline || before == nil
      || [.leftBrace, .semicolon, .colon, .keyword(.in)].contains(before?.tokenKind)
    let ends =
      after == nil || after?.leadingTrivia.hasNewline == true
      || [.rightBrace, .semicolon, .endOfFile].contains(after?.tokenKind)
    return begins && ends
  }
}
