import NotebookSyntax

/// A notebook whose cells and values are parsed, each once.
package struct ParsedNotebook: Sendable {
  package let notebook: Notebook
  /// Its pieces in order, those too that are only shown.
  package let pieces: [ParsedPiece]
  /// What each of its programs begins with besides.
  let context: [ParsedPiece]

  /// How many pieces that is.
  package var contextCount: Int { context.count }

  package init(_ notebook: Notebook) {
    self.notebook = notebook
    context = notebook.context.enumerated().map {
      ParsedPiece(context: $1, id: notebook.source.bytes.count + 1 + $0)
    }
    let promised = Set(notebook.outputs.compactMap(\.cell))
    pieces = notebook.pieces.map {
      ParsedPiece($0, hasOutput: promised.contains($0.id), results: notebook.rules.results)
    }
  }

  /// What the comments of each cell promise, by its id.
  package var promises: [Int: [CommentPromise]] {
    var promises: [Int: [CommentPromise]] = [:]
    for piece in pieces {
      guard case .cell(let cell) = piece.piece else { continue }
      promises[cell.id] = piece.promises.map(\.promise)
    }
    return promises
  }
}
