/// The ways to tell what came of checking documents.
enum ReportFormat: String, CaseIterable, Sendable {
  /// For people: what is wrong with an excerpt of the document, and a line that sums up.
  case text
  /// For GitHub Actions: workflow commands, which become annotations of the changed lines.
  case github
  /// For Jenkins, GitLab and others: one XML document of test results.
  case junit
  /// For programs: one JSON document, described in the manual.
  case json

  /// What tells in this way.
  /// - Parameter terminal: where it is told.
  func reporter(on terminal: Terminal) -> any Reporter {
    switch self {
    case .text: TextReporter(terminal: terminal)
    case .github: GitHubReporter(terminal: terminal)
    case .junit: JUnitReporter(terminal: terminal)
    case .json: JSONReporter(terminal: terminal)
    }
  }
}
