import Documents

extension Notebook {
  /// A file of Swift as one cell.
  public init(wholeFile source: SourceText) {
    self = .empty(source, diagnostics: [])
    var cell = Cell(
      hidden: Snippet(wholeFile: source),
      id: source.contentStart,
      range: source.contentStart..<source.contentEnd
    )
    cell.isHidden = false
    pieces = [.cell(cell)]
  }

  /// Lets the cells that would be run only be compiled.
  public mutating func compileOnly() {
    for index in pieces.indices {
      guard case .cell(var cell) = pieces[index], cell.mode == .run else { continue }
      cell.mode = .noRun
      pieces[index] = .cell(cell)
    }
  }
}

extension Snippet {
  /// All of a file.
  init(wholeFile source: SourceText) {
    let lines = (1...source.lineCount).map { source.lineRange($0) }
    self.init(
      text: lines.map { source[$0] }.joined(separator: "\n"),
      lineOrigins: lines.map(\.lowerBound)
    )
  }
}
