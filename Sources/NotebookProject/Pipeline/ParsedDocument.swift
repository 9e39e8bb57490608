import Documents
import NotebookSyntax
import Timing

/// A document as a notebook.
struct ParsedDocument: Sendable {
  let source: SourceText
  let notebook: Notebook
  /// What is wrong with the text.
  let diagnostics: [Diagnostic]

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
    diagnostics = notebook.diagnostics
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
    diagnostics = course.advising(notebook.diagnostics, in: notebook, input)
  }
}
