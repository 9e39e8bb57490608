import NotebookProject

extension CleanJob {
  /// Forgets the results, and tells what came of it.
  func run(on terminal: Terminal) -> JobStatus {
    run { event in
      switch event {
      case .fault, .storeFault: terminal.report(event.text)
      case .nothing, .forgot: terminal.say(event.text)
      }
    }
  }
}
