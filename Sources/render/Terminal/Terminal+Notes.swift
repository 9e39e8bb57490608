import Documents
import NotebookExecution
import NotebookReports

extension Terminal {
  /// Says something about the documents as a whole. Whoever wants to hear of nothing but
  /// errors and warnings hears of nothing else.
  /// - Parameter source: the text that it is about.
  func tell(_ note: Diagnostic, in source: SourceText? = nil) {
    guard !isQuiet || note.severity != .note else { return }
    if note.severity == .warning { log.noteWarning() }
    report(DiagnosticText(hasColor: hasColor).text(note, in: source))
  }

  /// Says why programs ran without a sandbox.
  func tell(_ fault: SandboxFault) {
    guard !isQuiet else { return }
    report("note: " + fault.text)
  }
}
