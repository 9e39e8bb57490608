import Documents
import NotebookReports

extension Terminal {
  /// Says something about the documents as a whole. Whoever wants to hear of nothing but
  /// errors and warnings hears of nothing else.
  func tell(_ note: Diagnostic) {
    guard !isQuiet || note.severity != .note else { return }
    if note.severity == .warning { log.noteWarning() }
    report(DiagnosticText(hasColor: hasColor).text(note, in: nil))
  }
}
