import Documents
import NotebookSyntax

extension [ParsedPiece] {
  /// What is wrong with the pieces of a program, besides what the compiler has to say.
  package func faults(in source: SourceText) -> [Diagnostic] {
    flatMap { $0.reservedUses(in: source) } + compactMap { $0.misuse(in: source) }
      + secondEntries(in: source)
  }

  /// A program has one entry point.
  private func secondEntries(in source: SourceText) -> [Diagnostic] {
    var first: Int?
    return filter { !$0.isNotRun }.flatMap { piece in
      let source = piece.source(in: source)
      return piece.entryPoints.compactMap { entry -> Diagnostic? in
        // Clauses of one `#if` exclude each other.
        guard entry.conditions.isEmpty else { return nil }
        let range = piece.sourceRange(of: entry.attribute)
        guard let line = first else {
          first = source.position(at: range.lowerBound).line
          return nil
        }
        return Diagnostic(
          .error,
          .secondMain,
          "a program has one '@main', and this one has its own on line \(line)",
          help: "take this '@main' away, or put it into a cell of its own",
          in: source,
          at: range
        )
      }
    }
  }
}

extension ParsedPiece {
  /// What is wrong with a value in the text that is not exactly one expression.
  fileprivate func misuse(in source: SourceText) -> Diagnostic? {
    guard case .value(let value) = piece, !isBroken else { return nil }
    if items.isEmpty { return value.misuse("is empty", in: source) }
    if items.count > 1 { return value.misuse("holds more than one expression", in: source) }
    return items[0].role == .shown ? nil : value.misuse("has no value to stand here", in: source)
  }
}

extension InlineValue {
  /// What is wrong with a value in the text.
  package func misuse(_ reason: String, in source: SourceText) -> Diagnostic {
    Diagnostic(.error, .inlineValue, "this value in the text \(reason)", in: source, at: range)
  }
}
