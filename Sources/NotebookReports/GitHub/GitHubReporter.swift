import Documents
import Files
import Foundation
import NotebookChecks

/// Tells GitHub Actions, which shows beside the lines what there is room for. The rest is in the log as people read
/// it, and in the summary of the step.
struct GitHubReporter: Reporter {
  var sink: ReportSink
  /// The folder that GitHub names files from, which is the repository's, wherever a step runs.
  var root: FolderPath
  private var limit = AnnotationLimit()
  private var stepSummary: StepSummary
  private var shared = SharedDiagnostics()

  /// - Parameters:
  ///   - sink: where it is told.
  ///   - environment: what GitHub says to the step.
  init(
    sink: ReportSink,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.sink = sink
    let workspace = environment["GITHUB_WORKSPACE"] ?? ""
    root = workspace.isEmpty ? .current : FolderPath(path: workspace)
    stepSummary = StepSummary(environment)
  }

  mutating func documentFinished(_ report: DocumentReport) {
    for entry in shared.newEntries(of: report) {
      let command = command(entry, in: report)
      if limit.takes(command.name) {
        sink.writeOutput(command.line + "\n")
        continue
      }
      sink.writeOutput(entry.text(in: report, hasColor: false).harmless + "\n")
      stepSummary.add(
        command.name,
        entry.diagnostic.message,
        path(of: entry.diagnostic),
        line: entry.diagnostic.start?.line
      )
    }
  }

  mutating func finished(_ summary: Summary) {
    sink.say(summary.text)
    if let coverage = summary.coverage { sink.say(CoverageText(coverage).text) }
    do throws(SystemFault) {
      try stepSummary.write(summary.text)
    } catch {
      sink.report("warning: the summary of this step cannot be written: \(error.reason)")
    }
  }

  private func path(of diagnostic: Diagnostic) -> String {
    root.relativePath(of: diagnostic.path) ?? diagnostic.path
  }

  private func command(_ entry: ReportEntry, in report: DocumentReport) -> WorkflowCommand {
    let diagnostic = entry.diagnostic
    let place = AnnotationPlace(diagnostic, in: report.source)
    return WorkflowCommand(
      name: report.fails(diagnostic) ? "error" : diagnostic.severity.command,
      properties: [.init(name: "file", value: path(of: diagnostic))] + (place?.properties ?? [])
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
