import Documents
import FormulaChecks
import NotebookChecks
import NotebookSyntax
import NotebookTranscript
import Timing

/// A document whose promises were held against what its cells gave.
struct CheckedDocument: Sendable {
  let run: RunDocument
  /// What came of that; `nil` where no cell was run.
  let check: PromiseCheck?
  /// What came of its formulas that are said to hold.
  let formulas: FormulaReport

  /// - Parameters:
  ///   - checker: holds formulas against numbers; `nil` for nobody.
  ///   - verdicts: what it found while the cells were compiled.
  ///   - swift: what letters that mean Swift came to.
  init(
    _ run: RunDocument,
    formulasBy checker: FormulaChecker? = nil,
    after verdicts: FormulaDocument.Verdicts? = nil,
    with swift: FormulaChecker.SwiftValues? = nil
  ) {
    self.run = run
    formulas = checker?.report(on: run, after: verdicts, with: swift) ?? FormulaReport()
    check = run.transcript.map { transcript in
      measured(.promises) { PromiseCheck(run.parsed.notebook, transcript) }
    }
  }

  var notebook: Notebook { run.parsed.notebook }

  /// What its cells gave; nothing where none was run.
  var transcript: Transcript { run.transcript ?? Transcript() }

  /// The cells that are not checked, or not all of them. A listing that was held against its module is.
  var exemptCells: [Cell] {
    notebook.exemptCells.filter { !transcript.holds($0) }
  }

  /// What became of each cell.
  var cells: [CellReport] { CellReport.all(of: notebook, check, run.parsed.diagnostics) }

  /// Every promise.
  var promises: [Promise] { (check?.promises ?? []) + formulas.promises }

  /// The promises of which nobody knows.
  var unchecked: Set<Promise> { (check?.unchecked ?? []).union(formulas.unchecked) }

  var findings: [Finding] { (check?.findings ?? []) + formulas.findings }

  /// What is wrong besides promises.
  var diagnostics: [Diagnostic] { (check?.diagnostics ?? []) + formulas.diagnostics }
}
