import Documents
import Files
import NotebookExecution
import NotebookPrograms
import NotebookSyntax
import Timing

/// Reads what is verified: a Markdown document is one notebook, and so is a file of code; a Swift source
/// has one for each comment with examples.
struct DocumentReading: Sendable {
  /// Finds the modules that sources belong to.
  let modules: PackageModules
  private let catalogs: Catalogs
  private let files: FileView
  /// The module that sources belong to that lie in no package.
  private let module: String?

  /// - Parameters:
  ///   - files: how what lies beside the documents is looked for.
  ///   - module: the module that sources belong to that lie in no package.
  init(_ files: FileView, importing module: String? = nil) {
    self.files = files
    self.module = module
    modules = PackageModules(files)
    catalogs = Catalogs(files)
  }

  /// What a document holds.
  func documents(in document: ReadDocument) -> [ParsedDocument] {
    let form = DocumentForm(document.source.path)
    let settings = DocumentSettings(document, form, files)
    let documents =
      switch form {
      // Labels may stand on other pages; that they do is for the rendering of pages to check.
      case .notebook: [ParsedDocument(document)]
      case .article: measured(.parsing) { article(document.source) }
      case .source: measured(.parsing) { comments(of: document.source) }
      case .code: measured(.parsing) { [code(document.source)] }
      }
    return documents.map { $0.changing(settings.apply) } + settings.faults(in: document.source)
  }

  /// The same for a text that is not read from a file, such as what a document will hold.
  func notebooks(in source: SourceText) -> [Notebook] {
    documents(in: ReadDocument(source)).map(\.notebook)
  }

  private func article(_ source: SourceText) -> [ParsedDocument] {
    let catalog = catalogs.catalog(around: source.path)
    var notebook = NotebookParser.parseDocumentation(
      source,
      readsPlainCode: catalog.readsPlainCode
    )
    let faults = catalog.diagnostics(
      about: DirectiveText(source).directives,
      in: source,
      package: modules.package(around: source.path),
      files
    )
    if let module = modules.module(ofFile: source.path), module.canBeImported {
      notebook.context = [
        ContextCode("import \(module.name)", in: notebook.source, at: source.contentStart)
      ]
    }
    // Its cells run whatever else it shows.
    return [ParsedDocument(notebook), ParsedDocument(of: source, diagnostics: faults)]
  }

  /// A file that is one cell. It is run where it promises something, and else only compiled, as it may be
  /// a program that waits for somebody.
  private func code(_ source: SourceText) -> ParsedDocument {
    if !source.faults.isEmpty { return ParsedDocument(of: source, diagnostics: source.faults) }
    var notebook = Notebook(wholeFile: source)
    let promises = ParsedNotebook(notebook).promises.values.joined()
    if promises.isEmpty { notebook.compileOnly() }
    return ParsedDocument(notebook)
  }

  private func comments(of source: SourceText) -> [ParsedDocument] {
    if !source.faults.isEmpty {
      return [ParsedDocument(of: source, diagnostics: source.faults)]
    }
    guard ExampleSearch.mayHoldExamples(source.bytes) else { return [] }
    let documented = DocumentedSource(source)
    let found = modules.module(ofFile: source.path)
    let module = found.map { $0.canBeImported ? $0.name : nil } ?? self.module
    var documents = documented.comments.compactMap { comment -> ParsedDocument? in
      var notebook = NotebookParser.parseDocumentation(comment.text, readsPlainCode: true)
      guard !notebook.pieces.isEmpty || !notebook.diagnostics.isEmpty else { return nil }
      if comment.access == .file { notebook.exempt { _ in .inaccessible } }
      if let module { notebook.context = [.importing(module, for: comment)] }
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
