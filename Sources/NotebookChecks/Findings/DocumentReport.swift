import Documents
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
  /// The promises that do not hold and are known not to; they are none of the findings.
  public var knownFindings: [Finding] = []
  /// What else is wrong and known; it is none of the diagnostics.
  public var knownDiagnostics: [Diagnostic] = []
  /// How many cells were run.
  public var cellsRun: Int
  /// How long it took, in seconds.
  public var seconds: Double
  /// Whether each of its warnings is a failure.
  public var isStrict: Bool
  /// The cells that are not checked, in the order of the source.
  public var exemptCells: [Cell] = []
  /// What became of each cell, in the order of the source.
  public var cells: [CellReport] = []
  /// The symbols of libraries that its verified cells use, by the compiler's identifiers; known where it is
  /// asked for.
  public var symbolsUsed: Set<String> = []
  /// Whether there is nothing in it that could be checked.
  public var isEmpty = true

  /// - Parameters:
  ///   - path: the document's path.
  ///   - source: the document.
  ///   - promises: every promise, in the order of the source.
  ///   - unchecked: those of which nobody knows.
  ///   - findings: the promises that do not hold.
  ///   - diagnostics: everything else that was found.
  ///   - cellsRun: how many cells were run.
  ///   - seconds: how long it took.
  ///   - isStrict: whether each of its warnings is a failure.
  public init(
    path: String,
    source: SourceText? = nil,
    promises: [Promise] = [],
    unchecked: Set<Promise> = [],
    findings: [Finding] = [],
    diagnostics: [Diagnostic] = [],
    cellsRun: Int = 0,
    seconds: Double = 0,
    isStrict: Bool = false
  ) {
    self.path = path
    self.source = source
    self.promises = promises
    self.unchecked = unchecked
    self.findings = findings
    self.diagnostics = diagnostics
    self.cellsRun = cellsRun
    self.seconds = seconds
    self.isStrict = isStrict
  }

  /// Whether a promise is broken, the document could not be run, or it has a warning that counts.
  public var hasFailed: Bool {
    !findings.isEmpty || diagnostics.contains { fails($0) }
  }

  /// Whether something that was found makes the document fail.
  public func fails(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.severity == .error || isStrict && diagnostic.severity == .warning
  }
}
