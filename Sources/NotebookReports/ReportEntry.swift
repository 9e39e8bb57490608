import Documents
import NotebookChecks

/// One thing that is said about a document.
enum ReportEntry: Sendable {
  case finding(Finding)
  case diagnostic(Diagnostic)

  /// What is wrong, and where.
  var diagnostic: Diagnostic {
    switch self {
    case .finding(let finding): finding.diagnostic
    case .diagnostic(let diagnostic): diagnostic
    }
  }
}

extension DocumentReport {
  /// Everything that is to be said, as one reads the document from top to bottom. What concerns the
  /// whole document comes first, what concerns other files last.
  var entries: [ReportEntry] {
    let entries = diagnostics.map(ReportEntry.diagnostic) + findings.map(ReportEntry.finding)
    // The sort must be stable, which the standard library does not promise.
    return entries.enumerated()
      .sorted { (order($0.element), $0.offset) < (order($1.element), $1.offset) }
      .map(\.element)
  }

  private func order(_ entry: ReportEntry) -> SourcePosition {
    let diagnostic = entry.diagnostic
    if diagnostic.path != path { return SourcePosition(line: .max, column: .max) }
    return diagnostic.start ?? SourcePosition(line: 0, column: 0)
  }
}

/// What was said of files that several documents share, so that it is said once.
package struct SharedDiagnostics: Sendable {
  private var told: Set<Diagnostic> = []

  package init() {}

  /// Whether something is to be told with a document: what is about another file is told with the
  /// first that has to do with it.
  package mutating func isNew(_ diagnostic: Diagnostic, with document: String?) -> Bool {
    diagnostic.path == document || told.insert(diagnostic).inserted
  }

  /// The entries of a document without what was told with an earlier one, and few of each kind.
  mutating func newEntries(of report: DocumentReport) -> [ReportEntry] {
    report.entries.filter { entry in
      guard case .diagnostic(let diagnostic) = entry else { return true }
      return isNew(diagnostic, with: report.path)
    }.limited
  }
}
