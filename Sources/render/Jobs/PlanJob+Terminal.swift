import NotebookProject

extension PlanJob {
  /// Plans the pages, and tells what came of it.
  func run(on terminal: Terminal) -> JobStatus {
    run { event in
      switch event {
      case .fault(let fault): terminal.report(fault.message)
      case .note(let note): terminal.tell(note)
      case .project(let diagnostic, let source): terminal.tell(diagnostic, in: source)
      case .plan(let text): terminal.writeOutput(text)
      case .written: event.text.map(terminal.say)
      }
    }
  }
}
