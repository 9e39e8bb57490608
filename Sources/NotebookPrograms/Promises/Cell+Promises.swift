import NotebookSyntax

extension Cell {
  /// What the comments in the cell promise, in order.
  /// - Parameter rules: say in which ways comments promise.
  public func promises(_ rules: CheckRules = CheckRules()) -> [CommentPromise] {
    // Most cells have no comment, and need not be read again for that.
    guard code.text.contains("//") || code.text.contains("/*") else { return [] }
    return ParsedPiece(.cell(self), results: rules.results).promises.map(\.promise)
  }
}
