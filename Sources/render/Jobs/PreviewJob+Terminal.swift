import Foundation
import NotebookPreview
import NotebookProject
import NotebookReports

extension PreviewJob {
  /// Serves, and tells what comes of it.
  /// - Parameter opensBrowser: whether the address is opened in the browser.
  func run(on terminal: Terminal, opensBrowser: Bool) async -> JobStatus {
    var job = self
    job.rendering.progress = terminal.progress
    terminal.progress.expect("making", 1, lines: rendering.runOptions.width)
    return await job.run { event in
      switch event {
      case .serving(let address):
        terminal.writeOutput("\(address)\n")
        if opensBrowser { Browser.open(address, on: terminal) }
      case .fault(let fault): terminal.report(fault.message)
      case .note(let note): terminal.tell(note)
      case .project(let diagnostic, let source): terminal.tell(diagnostic, in: source)
      case .outcome(let outcome):
        var shared = SharedDiagnostics()
        terminal.tell(outcome, &shared)
        terminal.say(outcome.path.harmlessName + ": " + outcome.endingText)
      case .pointed(let path, let line):
        terminal.writeOutput("\(path.harmlessName):\(line)\n")
      case .minorFault(let text): terminal.warn(text)
      }
    }
  }
}

extension NotebookOutcome {
  fileprivate var endingText: String {
    status == .success ? "made in \(String(format: "%.2f", seconds)) s" : "the page is as it was"
  }
}

/// The browser of the user's choice.
private enum Browser {
  static func open(_ address: String, on terminal: Terminal) {
    #if os(macOS)
      let command = EditorCommand("open")
    #else
      let command = EditorCommand("xdg-open")
    #endif
    if let fault = command?.open(address) { terminal.warn(fault) }
  }
}
