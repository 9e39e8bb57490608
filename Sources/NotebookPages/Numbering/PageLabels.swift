import NotebookExecution
import NotebookSyntax

/// What the labels of a notebook name, for other pages that refer to them.
public struct PageLabels: Sendable {
  private let context: BodyContext
  /// Every label of the notebook, in order.
  public let names: [String]

  /// - Parameter notebook: the notebook, which need not be run.
  public init(_ notebook: Notebook) {
    names = notebook.labels.map(\.name)
    context = BodyContext(
      notebook,
      transcript: Transcript(),
      title: TitleBlock(notebook),
      options: PageOptions()
    )
  }

  /// What a label names; its address is that within the page.
  public func target(named name: String) -> LabelTarget? {
    context.target(named: name)
  }
}
