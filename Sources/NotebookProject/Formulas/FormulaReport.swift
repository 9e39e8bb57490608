import Documents
import NotebookChecks

/// What came of holding a document's formulas against numbers.
struct FormulaReport: Sendable {
  /// The formulas that are said to be true, as promises.
  var promises: [Promise] = []
  /// Those of which nobody knows.
  var unchecked: Set<Promise> = []
  /// Those that are false.
  var findings: [Finding] = []
  /// What cannot be read, and why.
  var diagnostics: [Diagnostic] = []
}
