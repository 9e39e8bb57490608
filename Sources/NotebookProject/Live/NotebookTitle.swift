import Documents
import Files
import NotebookLayout
import NotebookSyntax

/// What a notebook is called, read out of its beginning: a list of many must not read all of them.
enum NotebookTitle {
  /// How many bytes are read for it.
  private static let most = 4096

  /// - Parameter files: how the notebook is read.
  /// - Returns: the title without markup; `nil` where there is none.
  static func text(of input: NotebookInput, in files: FileView) -> String? {
    guard let source = files.source(of: input, for: .excerpt) else { return nil }
    let start = source.bytes.prefix(most)
    let isWhole = start.count == source.bytes.count
    let end = isWhole ? start.endIndex : start.lastIndex(of: UInt8(ascii: "\n")) ?? 0
    let notebook = NotebookParser.parse(
      SourceText(path: source.path, bytes: Array(start[..<end])),
      defaults: input.project?.defaults,
      isLabelledElsewhere: { _ in true }
    )
    let layout = LaidOutNotebook(notebook, countsEquations: false)
    let title = TextContext(layout).plainText(layout.title.title)
    return title.isEmpty ? nil : title
  }
}
