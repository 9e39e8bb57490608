import Documents
import NotebookExecution
import NotebookPrograms
import NotebookSyntax
import Timing

/// Reads what is verified: a Markdown document is one notebook, and a Swift source has one for each
/// comment with examples.
struct DocumentReading: Sendable {
  /// Finds the modules that sources belong to.
  let modules: PackageModules

  /// What a document holds.
  func documents(in document: ReadDocument) -> [ParsedDocument] {
    switch DocumentForm(document.source.path) {
    // Labels may stand on other pages; that they do is for the rendering of pages to check.
    case .notebook: [ParsedDocument(document).exempting { CellKind($0).exemption }]
    case .source: measured(.parsing) { comments(of: document.source) }
    }
  }

  /// The same for a text that is not read from a file, such as what a document will hold.
  func notebooks(in source: SourceText) -> [Notebook] {
    documents(in: ReadDocument(source)).map(\.notebook)
  }

  private func comments(of source: SourceText) -> [ParsedDocument] {
    if !source.faults.isEmpty {
      return [ParsedDocument(of: source, diagnostics: source.faults)]
    }
    guard ExampleSearch.mayHoldExamples(source.bytes) else { return [] }
    let documented = DocumentedSource(source)
    let module = modules.module(ofFile: source.path)
    var documents = documented.comments.compactMap { comment -> ParsedDocument? in
      var notebook = NotebookParser.parseDocumentation(comment.text, readsPlainCode: true)
      guard !notebook.pieces.isEmpty || !notebook.diagnostics.isEmpty else { return nil }
      notebook.exempt { cell in
        comment.access == .file ? .inaccessible : CellKind(cell).exemption
      }
      if let module, module.canBeImported {
        notebook.context = [.importing(module.name, for: comment)]
      }
      return ParsedDocument(notebook)
    }
    if let fault = documented.fault {
      let unreadable = Diagnostic(
        .error,
        .notSwift,
        "this is not Swift, so that comments behind it may be passed over",
        help: "see what 'swiftc -parse' says of this file",
        in: source,
        at: fault
      )
      documents.insert(ParsedDocument(of: source, diagnostics: [unreadable]), at: 0)
    }
    return documents
  }
}

extension ContextCode {
  /// The import of the module that a comment documents. What is not for all is there for who tests.
  fileprivate static func importing(_ module: String, for comment: DocComment) -> ContextCode {
    ContextCode(
      comment.access == .all ? "import \(module)" : "@testable import \(module)",
      in: comment.text,
      at: comment.text.contentStart
    )
  }
}
