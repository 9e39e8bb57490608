import Bibliography
import Documents
import NotebookSyntax

/// Finds what a notebook refers to or cites and a page cannot say.
struct ReferenceCheck {
  private(set) var diagnostics: [Diagnostic] = []

  init(_ layout: LaidOutNotebook, _ bibliography: Bibliography) {
    let notebook = layout.notebook
    checkUnnumbered(notebook, layout.equations)
    // What is cited may be in the file that is missing.
    guard bibliography.isWhole else { return }
    var keys = NearestNames(bibliography.keys)
    for item in notebook.citations.lazy.flatMap(\.items)
    where !bibliography.contains(item.key) {
      let help =
        keys.nearest(to: item.key).map { "did you mean '@\($0)'?" }
        ?? "add it to the bibliography, or write \\@\(item.key) where no citation is meant"
      diagnostics.append(
        Diagnostic(
          .error,
          .unknownCitation,
          "the bibliography has no entry '\(item.key)'",
          help: help,
          in: notebook.source,
          at: item.range
        )
      )
    }
  }

  /// What is referred to by a number, and has none.
  private mutating func checkUnnumbered(_ notebook: Notebook, _ equations: EquationNumbers) {
    let unnumbered = equations.unnumbered
    guard !unnumbered.isEmpty else { return }
    let wanted = Set(notebook.referencedLabels.map(\.name))
    for (label, formula) in unnumbered where wanted.contains(label) {
      guard let start = formula.start else { continue }
      diagnostics.append(
        Diagnostic(
          .error,
          .unnumberedLabel,
          "'\(label)' labels a row without number, so nothing can refer to it",
          help: "leave out \\notag or \\nonumber there, or give it a \\tag",
          in: notebook.source,
          at: start..<start + 1
        )
      )
    }
  }
}
