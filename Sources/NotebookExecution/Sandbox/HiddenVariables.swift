import Documents
import NotebookSyntax

extension Confinement {
  /// Warnings about variables that cells name and that the sandbox hides from them: what they come to without
  /// would else be wrong in silence.
  func hiddenVariables(of notebook: Notebook, _ inputs: DeclaredInputs) -> [Diagnostic] {
    guard isInUse else { return [] }
    return inputs.environment.compactMap { name, value in
      guard value != nil, !shows(variable: name) else { return nil }
      return Diagnostic(
        .warning,
        .hiddenVariable,
        "the sandbox hides the environment variable '\(name)' from the cells",
        help:
          "name it under 'env:' in the front matter, or run what you trust with '--sandbox off'",
        in: notebook.source,
        at: notebook.place(ofText: name)
      )
    }
    .sorted { ($0.start?.line ?? 0, $0.message) < ($1.start?.line ?? 0, $1.message) }
  }
}

extension Notebook {
  /// Where code writes a text between quotation marks.
  fileprivate func place(ofText text: String) -> SourceRange {
    for piece in pieces {
      if let found = source.bytes[piece.range].range(of: Array("\"\(text)\"".utf8)) { return found }
    }
    return source.contentStart..<source.contentStart
  }
}
