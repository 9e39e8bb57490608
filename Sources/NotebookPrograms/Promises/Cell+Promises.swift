import NotebookSyntax

extension Cell {
  /// What the comments in the cell promise, in order.
  public var promises: [CommentPromise] {
    // Most cells have no comment, and need not be read again for that.
    guard code.text.contains("//") || code.text.contains("/*") else { return [] }
    return ParsedPiece(.cell(self)).promises.map(\.promise)
  }
}
