import Documents
import NotebookHTML
import Typesetting

/// What has come of the pages so far that a job makes.
struct RenderTally {
  private(set) var ending: RenderJob.Ending
  /// Why formulas and charts could not be set, each once.
  private(set) var typesettingFaults: [TypesettingFault] = []
  private(set) var missingAssets: Set<Page.Asset> = []
  /// What was told of notebooks that are made in several forms.
  private var told: Set<Diagnostic>?

  /// - Parameters:
  ///   - ending: how it would end without any page.
  ///   - forms: how many forms are made.
  init(_ ending: RenderJob.Ending, forms: Int) {
    self.ending = ending
    told = forms > 1 ? [] : nil
  }

  mutating func count(_ status: JobStatus) { ending.status = max(ending.status, status) }

  /// Counts what came of a notebook.
  /// - Returns: the same without what was told of it in another form.
  mutating func count(_ outcome: NotebookOutcome) -> NotebookOutcome {
    count(outcome.status)
    ending.strictWarnings += outcome.strictWarnings
    missingAssets.formUnion(outcome.missingAssets)
    for fault in outcome.typesettingFaults where !typesettingFaults.contains(fault) {
      typesettingFaults.append(fault)
    }
    guard told != nil else { return outcome }
    var new = outcome
    new.diagnostics = outcome.diagnostics.filter { told?.insert($0).inserted == true }
    return new
  }
}
