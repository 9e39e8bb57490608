import NotebookExecution
import NotebookTranscript

/// A document with what its cells gave.
struct RunDocument: Sendable {
  let parsed: ParsedDocument
  /// What the cells gave; `nil` where none was run.
  let transcript: Transcript?
  /// What its programs may do.
  let access: ProgramAccess

  /// A document that is not run.
  init(notRunning parsed: ParsedDocument) {
    self.parsed = parsed
    transcript = nil
    access = ProgramAccess(under: nil)
  }

  /// Runs a document.
  /// - Parameters:
  ///   - project: the project file that it is under, which says what its programs may do.
  ///   - following: is told what is being done.
  init(
    _ parsed: ParsedDocument,
    under project: ProjectFile?,
    by runner: NotebookRunner,
    following: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) async {
    self.parsed = parsed
    access = ProgramAccess(under: project)
    transcript = await runner.run(parsed.notebook, access: access, progress: following)
  }

  /// How many cells were run.
  var cellsRun: Int {
    guard let transcript else { return 0 }
    return parsed.notebook.pieces.count { piece in
      guard case .cell(let cell) = piece, let record = transcript.records[cell.id] else {
        return false
      }
      return record.status == .ran || record.status == .failed && record.seconds > 0
    }
  }
}
