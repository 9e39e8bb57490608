import Documents
import NotebookProject
import NotebookReports

extension LivePage {
  /// What is wrong with it, as a terminal would show it.
  var faults: [PageFault] {
    let told = outcome.diagnostics.filter { $0.severity != .note }.prefix(Self.mostFaults)
    let texts = told.map { diagnostic in
      PageFault(
        severity: diagnostic.severity.rawValue,
        text: outcome.text(of: diagnostic, hasColor: false),
        line: diagnostic.path == outcome.path ? diagnostic.start?.line : nil
      )
    }
    return texts
      + outcome.setupFaults.map { text in
        PageFault(severity: text.hasPrefix("warning") ? "warning" : "error", text: text)
      }
  }

  /// How many are shown; nobody mends more at a time.
  private static let mostFaults = 50
}

extension PageFault {
  /// What is wrong with a file that is no notebook's.
  init(_ diagnostic: Diagnostic, in source: SourceText) {
    self.init(
      severity: diagnostic.severity.rawValue,
      text: DiagnosticText(hasColor: false).text(diagnostic, in: source)
    )
  }
}

extension NotebookOutcome {
  /// A diagnostic with its excerpt, and with what came where a promise is broken.
  package func text(of diagnostic: Diagnostic, hasColor: Bool) -> String {
    let source = sources.first { $0.path == diagnostic.path }
    if let finding = findings[diagnostic] {
      return FindingText(hasColor: hasColor).text(finding, in: source)
    }
    return DiagnosticText(hasColor: hasColor).text(diagnostic, in: source)
  }
}
