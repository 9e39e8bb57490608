import Documents
import Foundation
import NotebookHTML

/// Saying what would be made of notebooks, and why:
///
/// 1. Paths become ``NotebookInput``s, as when they are rendered.
/// 2. Each notebook is read, not run, and becomes an ``Explanation`` (`NotebookWork`).
/// 3. Explanations are told in the order of the inputs.
package struct ExplainJob: Sendable {
  /// What would render the notebooks. Its store must be one that is only read.
  package var rendering: RenderJob

  package init(rendering: RenderJob) { self.rendering = rendering }

  /// What is told on the way.
  package enum Event: Sendable {
    case fault(InputFault)
    /// Something about the notebooks as a whole.
    case note(Diagnostic)
    /// What is wrong with a notebook, and its text where it can be read.
    case diagnostics([Diagnostic], SourceText?)
  }

  /// Explains the notebooks that can be read.
  /// - Returns: the explanations, in the order of the inputs; `nil` where what was asked for makes no
  ///   sense.
  package func run(telling: (Event) -> Void) -> (status: JobStatus, explanations: [Explanation]?) {
    let selection = InputSelection(
      paths: rendering.paths,
      roots: rendering.roots,
      variant: rendering.variant,
      outputFolder: rendering.outputFolder,
      files: rendering.files
    )
    for fault in selection.faults { telling(.fault(fault)) }
    for note in selection.notes { telling(.note(note)) }
    var status = selection.faults.map(\.status).max() ?? .success
    for (diagnostic, source) in selection.courses.diagnostics {
      telling(.diagnostics([diagnostic], source))
    }
    if status == .usage { return (status, nil) }
    if selection.courses.hasErrors { return (max(status, .failure), nil) }
    let template: SiteOptions.Template?
    do throws(InputFault) {
      template = try rendering.readTemplate(in: rendering.files)
    } catch {
      telling(.fault(error))
      return (error.status, nil)
    }
    var explanations: [Explanation] = []
    let named = rendering.takesProjectForms ? selection.courses.forms : nil
    for form in named ?? rendering.forms {
      let inputs = selection.inForm(form)
      let work = rendering.work(on: inputs, template, form, in: rendering.files)
      explanations += explain(inputs.inputs, work, &status, telling)
    }
    return (status, explanations)
  }

  /// Explains the pages of one form.
  private func explain(
    _ inputs: [NotebookInput],
    _ work: NotebookWork,
    _ status: inout JobStatus,
    _ telling: (Event) -> Void
  ) -> [Explanation] {
    var explanations: [Explanation] = []
    for input in inputs {
      guard let document = ReadDocument(input, in: rendering.files)
      else {
        let fault = Diagnostic(
          .error,
          .cannotRead,
          "the notebook cannot be read",
          path: input.path
        )
        telling(.diagnostics([fault], nil))
        status = max(status, .inputOutput)
        continue
      }
      let (explanation, diagnostics) = work.explanation(of: document, input)
      telling(.diagnostics(diagnostics, document.source))
      explanations.append(explanation)
      if diagnostics.contains(where: { $0.severity == .error }) { status = max(status, .failure) }
    }
    return explanations
  }
}
