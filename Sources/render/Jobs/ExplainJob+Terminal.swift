import Foundation
import NotebookProject
import NotebookReports

/// The ways to tell what would be made.
enum ExplanationFormat: String, CaseIterable, Sendable {
  case text, json
}

extension ExplainJob {
  /// Tells what would be made.
  /// - Parameters:
  ///   - format: how it is told.
  ///   - showsAll: whether what is kept is told of in the text, too.
  ///   - now: the time from which it is told how long ago something was.
  func run(
    on terminal: Terminal,
    format: ExplanationFormat = .text,
    showsAll: Bool = false,
    now: Date = Date()
  ) -> JobStatus {
    let (status, explanations) = run { event in
      switch event {
      case .fault(let fault): terminal.report(fault.message)
      case .note(let note): terminal.tell(note)
      case .diagnostics(let diagnostics, let source):
        let text = DiagnosticText(hasColor: terminal.hasColor)
        for diagnostic in diagnostics.limited { terminal.report(text.text(diagnostic, in: source)) }
      }
    }
    guard let explanations else { return status }
    switch format {
    case .text:
      let text = ExplanationText(now: now, showsAll: showsAll)
      for explanation in explanations { terminal.writeOutput(text.text(explanation).harmless) }
      terminal.writeOutput(text.summary(explanations).harmless)
    case .json:
      let report = ExplanationReport(notebooks: explanations)
      // Encoding plain values does not fail.
      if let text = try? JSONReport.text(of: report) { terminal.writeOutput(text + "\n") }
    }
    return status
  }
}
