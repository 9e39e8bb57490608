import Documents
import NotebookSyntax

/// A document into which broken promises were written as they hold now.
///
/// What is written back must parse to the same blocks, whatever they stand in. So the new document is
/// read once more, and an edit that would change anything but its own promise is not made.
public struct AcceptedSource: Sendable {
  /// The document's new bytes.
  public let bytes: [UInt8]
  /// The promises that were written, in the order of the source.
  public let accepted: [Finding]
  /// Those that could not be, though something was known that they could say.
  public let refused: [Finding]

  /// - Parameters:
  ///   - source: the document.
  ///   - findings: its broken promises.
  ///   - notebooks: reads the notebooks in the document, and in the new one.
  ///   - comments: reads what the comments of a cell promise by the rules of its notebook.
  public init(
    _ source: SourceText,
    _ findings: [Finding],
    notebooks: (SourceText) -> [Notebook] = {
      [NotebookParser.parse($0, isLabelledElsewhere: { _ in true })]
    },
    comments: (Cell, CheckRules) -> [CommentPromise]
  ) {
    let edited = findings.filter { $0.edit != nil }
      .sorted { $0.promise.range.lowerBound < $1.promise.range.lowerBound }
    let before = PromisedShape(notebooks(source), comments: comments)
    func keepsShape(_ findings: [Finding]) -> Bool {
      let after = SourceText(path: source.path, bytes: Self.bytes(of: source, findings))
      return PromisedShape(notebooks(after), comments: comments).isSame(
        as: before,
        besides: findings
      )
    }
    // Nearly always all can be written together; else each has to show that it can be.
    var accepted = edited
    if !keepsShape(edited) {
      accepted = edited.filter { keepsShape([$0]) }
      if !keepsShape(accepted) { accepted = [] }
    }
    let written = Set(accepted.map(\.promise))
    self.accepted = accepted
    refused = edited.filter { !written.contains($0.promise) }
    bytes = Self.bytes(of: source, accepted)
  }

  private static func bytes(of source: SourceText, _ findings: [Finding]) -> [UInt8] {
    var bytes: [UInt8] = []
    var position = 0
    for edit in findings.compactMap(\.edit).sorted(by: { $0.range.lowerBound < $1.range.lowerBound }
    )
    where edit.range.lowerBound >= position {
      bytes += source.bytes[position..<edit.range.lowerBound]
      bytes += edit.text.utf8
      position = edit.range.upperBound
    }
    return bytes + source.bytes[position...]
  }
}
