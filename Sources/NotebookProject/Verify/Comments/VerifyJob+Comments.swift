import Documents
import NotebookChecks
import NotebookPrograms
import NotebookSyntax

/// What the comments in the code of a document are taken for.
public struct DocumentComments: Sendable {
  /// The document.
  public let source: SourceText
  /// The comments in order.
  public let uses: [CommentUse]
}

extension VerifyJob {
  /// Says what the comments of the documents are taken for. Nothing is compiled, run or held against anything.
  /// - Parameter each: is given the documents that have comments behind code, in order.
  public func explainComments(
    telling: (Event) -> Void,
    _ each: (DocumentComments) -> Void
  ) -> JobStatus {
    let selection = VerifySelection(self, telling)
    if let failure = selection.failure { return failure }
    var status = selection.status
    for path in selection.documents {
      let project = selection.projects.project(ofFile: path)
      guard let (source, variants) = ReadDocument.all(at: path, in: files, under: project) else {
        let fault = Diagnostic(.error, .cannotRead, "the document cannot be read", path: path)
        telling(.report(DocumentReport(path: path, diagnostics: [fault])))
        status = .inputOutput
        continue
      }
      let notebooks = variants.flatMap(selection.reading.documents).map(\.notebook)
      var seen: Set<CommentUse> = []
      let uses = notebooks.flatMap(Self.uses).filter { seen.insert($0).inserted }
      if !uses.isEmpty { each(DocumentComments(source: source, uses: uses)) }
    }
    return status
  }

  private static func uses(in notebook: Notebook) -> [CommentUse] {
    let own = notebook.pieces.flatMap { piece -> [CommentUse] in
      guard case .cell(let cell) = piece, cell.mode != .ignore else { return [] }
      return cell.commentUses(notebook.rules)
    }
    return own
      + notebook.quotedNotebooks.flatMap { uses(in: ParsedDocument(ReadDocument($0)).notebook) }
  }
}
