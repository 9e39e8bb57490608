import NotebookChecks

/// Tells what came of checking documents, in one of the ``ReportFormat``s.
public protocol Reporter: Sendable {
  /// Takes what came of one document. It is called in the order of the documents, so that the same
  /// documents give the same report however the work is spread.
  mutating func documentFinished(_ report: DocumentReport)

  /// Takes what came of all of them, once, at the end.
  mutating func finished(_ summary: Summary)
}
