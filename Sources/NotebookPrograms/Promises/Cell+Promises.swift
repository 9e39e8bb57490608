import NotebookSyntax

extension Cell {
  /// What the comments in the cell promise, in order.
  public var promises: [CommentPromise] {
    // Most cells have no comment, and need not be read again for that.
    guard code.text.contains("//") || code.text.contains("/*") else { return [] }
    return ParsedPiece(.cell(self)).promises.map(\.promise)
  }
}

extension Notebook {
  /// What the comments of each cell promise, by its id.
  public var commentPromises: [Int: [CommentPromise]] {
    var promises: [Int: [CommentPromise]] = [:]
    for case .cell(let cell) in pieces { promises[cell.id] = cell.promises }
    return promises
  }
}
