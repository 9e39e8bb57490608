import Documents
import NotebookSyntax

/// The text of a program as it grows: each line of the notebook at its own line and column, and what is
/// generated where nothing of the notebook is.
struct ProgramText {
  private(set) var text = ""
  /// The places of generated calls that share a line's number with the notebook.
  private(set) var wrappers: [SourcePosition: SourceRange] = [:]
  private let source: SourceText
  private let path: String

  init(_ source: SourceText) {
    self.source = source
    path = ProgramSource.literal(source.path)
  }

  /// Adds code that stands nowhere in the notebook.
  mutating func generate(_ code: String) {
    text += "#sourceLocation(file: \"\(ProgramSource.generatedFile)\", line: 1)\n\(code)\n"
  }

  /// Adds all of a piece's code.
  mutating func place(_ piece: ParsedPiece) {
    let lines = PlacedLines(piece, 0..<piece.bytes.count, in: piece.source(in: source))
    place(lines, of: piece)
  }

  /// Adds an item.
  /// - Parameter isNested: whether it stands in a scope, where access modifiers have no place.
  mutating func place(_ item: CodeItem, of piece: ParsedPiece, isNested: Bool = false) {
    place(lines(of: item, in: piece, isNested: isNested), of: piece)
  }

  private mutating func place(_ lines: PlacedLines, of piece: ParsedPiece) {
    locate(line: lines.firstLine, in: piece.file)
    text += lines.text(after: 0)
  }

  /// Adds a call past the end of the line where something begins, which is what messages about the call
  /// are about.
  mutating func place(_ call: String, behind range: SourceRange) {
    let position = freePlace(onLine: source.position(at: range.lowerBound).line)
    locate(line: position.line)
    text += String(repeating: " ", count: position.column - 1) + call + "\n"
    for column in 0..<call.utf8.count {
      wrappers[SourcePosition(line: position.line, column: position.column + column)] = range
    }
  }

  /// The value of an expression: the call that shows it stands on the line before, past that line's
  /// end, where nothing of the notebook is; on the first line it stands in the directive's own place.
  ///
  /// - Parameters:
  ///   - reached: the call by which the program tells that it comes to the item.
  ///   - isPromised: whether the value is promised.
  mutating func show(
    _ item: CodeItem,
    of piece: ParsedPiece,
    reached: String?,
    isPromised: Bool
  ) {
    let range = piece.sourceRange(of: item.range)
    let start = source.position(at: range.lowerBound)
    let place: SourcePosition
    if start.line > 1 {
      place = freePlace(onLine: start.line - 1)
      locate(line: place.line)
      let name = isPromised ? "__showingPromised" : "__showing"
      let call = reached.map { "\(name)(\($0)," } ?? "__show("
      text += String(repeating: " ", count: place.column - 1) + call + "\n"
      text += lines(of: item, in: piece).text(after: 0)
    } else {
      if let reached { generate(reached) }
      let call = "__show("
      let margin = max(0, start.column - 1 - call.utf8.count)
      place = SourcePosition(line: 1, column: margin + 1)
      locate(line: 1)
      text += String(repeating: " ", count: margin) + call
      text += lines(of: item, in: piece).text(after: margin + call.utf8.count)
    }
    wrappers[place] = range
    text += ")\n"
  }

  /// A place past a line's end where no call stands yet.
  private func freePlace(onLine line: Int) -> SourcePosition {
    var place = SourcePosition(line: line, column: source.lineRange(line).count + 2)
    while wrappers[place] != nil { place.column += 1 }
    return place
  }

  private mutating func lines(
    of item: CodeItem,
    in piece: ParsedPiece,
    isNested: Bool = false
  ) -> PlacedLines {
    let tails = PromiseTails(item, of: piece, in: source)
    wrappers.merge(tails.wrappers) { $1 }
    return PlacedLines(
      piece,
      item.range,
      in: piece.source(in: source),
      textBlocks: item.textBlocks,
      blanks: (isNested ? item.accessModifiers : [])
        + piece.entryPoints.map(\.attribute).filter { item.range.contains($0.lowerBound) },
      tails: piece.isNotRun ? [] : tails.tails
    )
  }

  /// - Parameter file: the file of the line; `nil` for the notebook.
  private mutating func locate(line: Int, in file: SourceText? = nil) {
    let path = file.map { ProgramSource.literal($0.path) } ?? path
    text += "#sourceLocation(file: \"\(path)\", line: \(line))\n"
  }
}
