import Documents
import NotebookSyntax
import Timing

/// A document as a notebook.
struct ParsedDocument: Sendable {
  let source: SourceText
  private(set) var notebook: Notebook
  /// What is wrong with the text.
  private(set) var diagnostics: [Diagnostic]

  /// A document on its own: whether the labels that it refers to stand on other pages is not asked.
  init(_ document: ReadDocument) {
    source = document.source
    notebook = measured(.parsing) {
      NotebookParser.parse(
        document.source,
        defaults: document.project?.defaults,
        isLabelledElsewhere: { _ in true }
      )
    }
    diagnostics =
      document.diagnostics + document.text.advising(notebook.diagnostics, in: notebook)
  }

  /// A document that was read in another way than pages are.
  init(_ notebook: Notebook) {
    source = notebook.source
    self.notebook = notebook
    diagnostics = notebook.diagnostics
  }

  /// A document in which there is nothing to be run.
  init(of source: SourceText, diagnostics: [Diagnostic]) {
    self.init(NotebookParser.parseDocumentation(source.part(0..<0), readsPlainCode: false))
    self.diagnostics = diagnostics
  }

  /// The document with something changed in its notebook, whose text stays.
  func changing(_ change: (inout Notebook) -> Void) -> ParsedDocument {
    var document = self
    change(&document.notebook)
    return document
  }

  /// A document whose page is one of many.
  /// - Parameter course: knows where labels stand that none of the pages has.
  init(
    _ document: ReadDocument,
    _ input: NotebookInput,
    among others: OtherPages,
    in course: CourseLabels
  ) {
    source = document.source
    notebook = measured(.parsing) {
      NotebookParser.parse(
        document.source,
        defaults: document.project?.defaults,
        isLabelledElsewhere: others.hasLabel
      )
    }
    let found = document.text.advising(notebook.diagnostics, in: notebook)
    diagnostics = document.diagnostics + course.advising(found, in: notebook, input)
  }
}
