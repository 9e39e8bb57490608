import Documents
import Foundation
import NotebookChecks

/// Tells GitHub Actions, which shows everything beside the lines that it is about.
struct GitHubReporter: Reporter {
  var sink: ReportSink
  /// The folder that GitHub names files from, which is the repository's, wherever a step runs.
  var root: FolderPath
  private var shared = SharedDiagnostics()

  /// - Parameters:
  ///   - sink: where it is told.
  ///   - root: the repository's folder.
  init(sink: ReportSink, root: FolderPath = Self.workspace) {
    self.sink = sink
    self.root = root
  }

  private static var workspace: FolderPath {
    guard let path = ProcessInfo.processInfo.environment["GITHUB_WORKSPACE"], !path.isEmpty else {
      return .current
    }
    return FolderPath(path: path)
  }

  mutating func documentFinished(_ report: DocumentReport) {
    for entry in shared.newEntries(of: report) {
      sink.writeOutput(command(entry, in: report).line + "\n")
    }
  }

  mutating func finished(_ summary: Summary) {
    sink.say(summary.text)
  }

  private func command(_ entry: ReportEntry, in report: DocumentReport) -> WorkflowCommand {
    let diagnostic = entry.diagnostic
    let path = root.relativePath(of: diagnostic.path) ?? diagnostic.path
    let place = AnnotationPlace(diagnostic, in: report.source)
    return WorkflowCommand(
      name: report.fails(diagnostic) ? "error" : diagnostic.severity.command,
      properties: [.init(name: "file", value: path)] + (place?.properties ?? [])
        + [.init(name: "title", value: entry.title)],
      message: entry.message
    )
  }
}

extension Diagnostic.Severity {
  fileprivate var command: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }
}

extension ReportEntry {
  fileprivate var title: String {
    switch self {
    case .finding: "Broken promise"
    case .diagnostic(let diagnostic): diagnostic.identifier
    }
  }

  /// What is wrong, the difference, and what to do. Both lines of a pair are there, because an
  /// annotation may be read where the document is not.
  fileprivate var message: String {
    var paragraphs = [diagnostic.message.harmless]
    if case .finding(let finding) = self, !finding.difference.isEmpty {
      let rows = DifferenceText(hasColor: false).rows(finding.difference)
      let lines = rows.map { row in
        row.text.isEmpty
          ? row.kind.sign : (row.kind == .same ? " " : row.kind.sign) + " " + row.text
      }
      paragraphs.append((["promised (-), shown (+):"] + lines).joined(separator: "\n"))
    }
    if let help = diagnostic.help { paragraphs.append("help: " + help.harmless) }
    return paragraphs.joined(separator: "\n\n")
  }
}
