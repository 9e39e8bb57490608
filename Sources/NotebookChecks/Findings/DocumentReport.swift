import NotebookSyntax

/// What came of checking one document.
public struct DocumentReport: Sendable {
  /// The document's path, as the user gave it.
  public var path: String
  /// The document; `nil` where it could not be read.
  public var source: SourceText?
  /// Every promise, in the order of the source.
  public var promises: [Promise]
  /// Those of which nobody knows, because something else is wrong with the document.
  public var unchecked: Set<Promise>
  /// The promises that do not hold, in the order of the source.
  public var findings: [Finding]
  /// Everything else that was found: errors that keep it from being run, warnings.
  public var diagnostics: [Diagnostic]
  /// How many cells were run.
  public var cellsRun: Int
  /// How long it took, in seconds.
  public var seconds: Double

  /// - Parameters:
  ///   - path: the document's path.
  ///   - source: the document.
  ///   - promises: every promise, in the order of the source.
  ///   - unchecked: those of which nobody knows.
  ///   - findings: the promises that do not hold.
  ///   - diagnostics: everything else that was found.
  ///   - cellsRun: how many cells were run.
  ///   - seconds: how long it took.
  public init(
    path: String,
    source: SourceText? = nil,
    promises: [Promise] = [],
    unchecked: Set<Promise> = [],
    findings: [Finding] = [],
    diagnostics: [Diagnostic] = [],
    cellsRun: Int = 0,
    seconds: Double = 0
  ) {
    self.path = path
    self.source = source
    self.promises = promises
    self.unchecked = unchecked
    self.findings = findings
    self.diagnostics = diagnostics
    self.cellsRun = cellsRun
    self.seconds = seconds
  }

  /// Whether a promise is broken or the document could not be run.
  public var hasFailed: Bool {
    !findings.isEmpty || diagnostics.contains { $0.severity == .error }
  }
}
