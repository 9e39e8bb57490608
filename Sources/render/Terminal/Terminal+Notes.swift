import Documents
import NotebookReports

extension Terminal {
  /// Says what there is to say about the documents as a whole. Whoever wants to hear of nothing but
  /// errors and warnings hears of nothing else.
  func tell(_ notes: [Diagnostic]) {
    let text = DiagnosticText(hasColor: hasColor)
    for note in notes where !isQuiet || note.severity != .note {
      if note.severity == .warning { log.noteWarning() }
      report(text.text(note, in: nil))
    }
  }
}
