import NotebookHTML

/// A page as somebody sees it who looks at it while its notebook is written.
package struct LivePage: Sendable {
  /// What came of the notebook.
  package var outcome: NotebookOutcome
  /// The page as UTF-8; `nil` where it could not be made, as where the notebook cannot be read.
  package var html: [UInt8]?
  /// The notebook's text; `nil` where it cannot be read.
  package var source: [UInt8]?
  /// Whether the browser sets its formulas or draws its charts, and so changes it.
  package var isSetByBrowser = false
  /// Whether its cells have run, as far as they run at all.
  package var isFinished = true
}

extension LivePage {
  init(outcome: NotebookOutcome, _ document: LaidOutDocument, isFinished: Bool) {
    self.init(
      outcome: outcome,
      html: document.page.bytes,
      source: document.checked.run.parsed.source.bytes,
      isSetByBrowser: !document.page.assets.isEmpty,
      isFinished: isFinished
    )
  }
}
