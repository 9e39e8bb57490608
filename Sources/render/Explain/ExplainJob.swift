import Documents
import Foundation
import NotebookPages
import NotebookReports
import NotebookSyntax

/// Everything that one call of `render explain` does:
///
/// 1. Paths become ``NotebookInput``s, as when they are rendered.
/// 2. Each notebook is read, not run, and becomes an ``Explanation`` (`NotebookWork`).
/// 3. Explanations are told in the order of the inputs.
struct ExplainJob: Sendable {
  /// The ways to tell it.
  enum Format: String, CaseIterable, Sendable {
    case text, json
  }

  /// What would render the notebooks. Its store must be one that is only read.
  var rendering: RenderJob
  var format = Format.text
  /// Whether what is kept is told of in the text, too.
  var showsAll = false
  /// The time from which it is told how long ago something was.
  var now = Date()

  private var terminal: Terminal { rendering.terminal }

  func run() -> ExitStatus {
    let selection = InputSelection(
      paths: rendering.paths,
      roots: rendering.roots,
      outputFolder: rendering.outputFolder
    )
    for fault in selection.faults { terminal.report(fault.message) }
    terminal.tell(selection.notes)
    var status = selection.faults.map(\.status).max() ?? .success
    if status == .usage { return status }
    let template: PageOptions.Template?
    do throws(InputFault) {
      template = try rendering.readTemplate()
    } catch {
      terminal.report(error.message)
      return error.status
    }
    let work = rendering.work(on: selection, template)
    var explanations: [Explanation] = []
    for input in selection.inputs {
      guard let data = FileManager.default.contents(atPath: input.path) else {
        let fault = Diagnostic(
          .error,
          "cannot-read",
          "the notebook cannot be read",
          path: input.path
        )
        report([fault], nil)
        status = max(status, .inputOutput)
        continue
      }
      let source = SourceText(path: input.path, bytes: Array(data))
      let (explanation, diagnostics) = work.explanation(of: source, input)
      report(diagnostics, source)
      explanations.append(explanation)
      if diagnostics.contains(where: { $0.severity == .error }) { status = max(status, .failure) }
    }
    tell(explanations)
    return status
  }

  private func report(_ diagnostics: [Diagnostic], _ source: SourceText?) {
    let text = DiagnosticText(hasColor: terminal.hasColor)
    for diagnostic in diagnostics.limited { terminal.report(text.text(diagnostic, in: source)) }
  }

  private func tell(_ explanations: [Explanation]) {
    switch format {
    case .text:
      let text = ExplanationText(now: now, showsAll: showsAll)
      for explanation in explanations { terminal.writeOutput(text.text(explanation)) }
      terminal.writeOutput(text.summary(explanations))
    case .json:
      let report = ExplanationReport(notebooks: explanations)
      // Encoding plain values does not fail.
      guard let data = try? JSONReport.encoder.encode(report) else { return }
      terminal.writeOutput(String(decoding: data, as: UTF8.self) + "\n")
    }
  }
}
