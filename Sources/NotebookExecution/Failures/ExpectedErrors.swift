import NotebookSyntax

/// A cell that must not compile, held against what the compiler said about it.
struct ExpectedErrors {
  let outcome: ProgramOutcome

  /// - Parameters:
  ///   - cell: a `compile-fail` cell.
  ///   - remarks: what the compiler said about it.
  ///   - source: the notebook.
  init(_ cell: Cell, _ remarks: [Diagnostic], in source: SourceText) {
    let errors = remarks.filter { $0.severity == .error }
    guard !errors.isEmpty else {
      outcome = ProgramOutcome(
        records: [cell.id: .init(status: .failed)],
        diagnostics: [
          Diagnostic(
            .error,
            "compile-error-expected",
            "this cell must not compile, but it does",
            help: "take the word 'compile-fail' away, or let the cell be wrong",
            in: source,
            at: cell.range
          )
        ]
      )
      return
    }
    let missing = Self.expected(in: cell).compactMap { expected in
      expected.missing(from: errors, in: source)
    }
    // What the compiler says is what such a cell shows.
    let text = errors.map { "error: \($0.message)\n" }.joined()
    let status: Transcript.Record.Status = missing.isEmpty ? .compiled : .failed
    outcome = ProgramOutcome(
      records: [cell.id: .init(status: status, output: [.text(text, .standardError)])],
      diagnostics: missing
    )
  }

  /// `// error: TEXT` on a line.
  private struct Expected {
    var text: String
    var range: SourceRange

    func missing(from errors: [Diagnostic], in source: SourceText) -> Diagnostic? {
      let line = source.position(at: range.lowerBound).line
      let here = errors.filter { $0.start?.line == line }
      if here.contains(where: { $0.message.contains(text) }) { return nil }
      return Diagnostic(
        .error,
        "other-compile-error",
        "no error on this line says '\(text)'",
        help: here.first.map { "the compiler says: \($0.message)" }
          ?? "the compiler finds no error on this line",
        in: source,
        at: range
      )
    }
  }

  private static func expected(in cell: Cell) -> [Expected] {
    let lines = cell.code.text.split(separator: "\n", omittingEmptySubsequences: false)
    return zip(lines, cell.code.lineOrigins).compactMap { line, origin in
      guard let mark = line.range(of: "// error:") else { return nil }
      let text = line[mark.upperBound...].trimmed
      let start = origin + line[..<mark.lowerBound].utf8.count
      let end = origin + line.utf8.count
      return text.isEmpty ? nil : Expected(text: text, range: start..<end)
    }
  }
}
