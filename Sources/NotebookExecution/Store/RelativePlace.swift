import Documents
import NotebookPrograms
import NotebookSyntax

/// A place in a program's pieces that stays the same when the text around them changes.
struct RelativePlace: Codable, Hashable, Sendable {
  /// The piece's number in the program.
  var piece: Int
  /// How many lines below the piece's first line it is.
  var line: Int
  /// The column: from the piece's first character on its first line, from the line's own further down.
  var column: Int
}

/// The way between places in the document and places in a program's pieces.
struct PlaceMap {
  private let source: SourceText
  private let pieces: [ParsedPiece]
  private let starts: [SourcePosition]

  init(_ pieces: [ParsedPiece], in source: SourceText) {
    self.source = source
    self.pieces = pieces
    starts = pieces.map { source.position(at: $0.piece.range.lowerBound) }
  }

  /// - Returns: `nil` for a place in none of the pieces.
  func relative(_ position: SourcePosition) -> RelativePlace? {
    let offset = source.offset(of: position)
    let index = pieces.lastIndex { piece in
      piece.piece.range.lowerBound <= offset && offset <= piece.piece.range.upperBound
    }
    guard let index else { return nil }
    let line = position.line - starts[index].line
    let column = line == 0 ? position.column - starts[index].column : position.column
    return RelativePlace(piece: index, line: line, column: column)
  }

  func relative(_ offset: Int) -> RelativePlace? { relative(source.position(at: offset)) }

  /// - Returns: `nil` where there is no such piece.
  func position(of place: RelativePlace) -> SourcePosition? {
    guard starts.indices.contains(place.piece) else { return nil }
    let start = starts[place.piece]
    return SourcePosition(
      line: start.line + place.line,
      column: place.line == 0 ? start.column + place.column : place.column
    )
  }

  func offset(of place: RelativePlace) -> Int? { position(of: place).map { source.offset(of: $0) } }
}
