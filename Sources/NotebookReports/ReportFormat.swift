/// The ways to tell what came of checking documents, or of making pages of them.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// For people: what is wrong with an excerpt of the document, and a line that sums up.
  case text
  /// For GitHub Actions: workflow commands, which become annotations of the changed lines.
  case github
  /// For Jenkins, GitLab and others: one XML document of test results.
  case junit
  /// For programs: one JSON document, described in the manual.
  case json

  /// Whether the report is one document, beside which nothing may be written.
  public var isDocument: Bool { self == .junit || self == .json }

  /// What tells in this way.
  /// - Parameter sink: where it is told.
  public func reporter(to sink: ReportSink) -> any Reporter {
    switch self {
    case .text: TextReporter(sink: sink)
    case .github: GitHubReporter(sink: sink)
    case .junit: JUnitReporter(sink: sink)
    case .json: JSONReporter(sink: sink)
    }
  }
}
