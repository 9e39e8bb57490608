import Documents
import NotebookSyntax
import NotebookTranscript
import ResultStore

/// What running a notebook now would do.
public struct RunOutlook: Sendable {
  /// In the order of the notebook, the cells that are tried on their own after their program.
  public internal(set) var programs: [ProgramOutlook] = []
  /// The package whose libraries the notebook imports, which is built before anything else; it is
  /// taken to be as it was when it was last built.
  public internal(set) var package: String?
  /// Why nothing could be run.
  public internal(set) var diagnostics: [Diagnostic] = []

  /// Nothing is done.
  public init() {}

  /// What is known without running anything: what came of the programs that are kept.
  public func transcript(of notebook: Notebook) -> Transcript {
    programs.reduce(ProgramOutcome()) { $0.merging($1.outcome ?? ProgramOutcome()) }
      .transcript(of: notebook)
  }
}

/// What would be done with one program, or with one cell that is tried on its own.
public struct ProgramOutlook: Sendable {
  /// The program's number in the notebook.
  public let number: Int
  /// The cell that is tried; `nil` for the program itself.
  public let trial: Cell?
  /// The program's cells and values, in order; what is tried comes last.
  public let pieces: [Piece]
  /// Whether its result would be used again.
  public internal(set) var outlook: Outlook
  /// What determines its result now.
  public let parts: KeyParts
  /// How it was last made.
  public let last: Making?
  /// Its stored values, as it asked for them when it last ran.
  public internal(set) var values: [StoredOutlook] = []
  /// What came of it, where that is kept.
  let outcome: ProgramOutcome?
}

/// What is known of a stored value without running its program.
public struct StoredOutlook: Sendable {
  /// How it was last made, and whether the program's last run used it again.
  public let last: Making
  /// What is known to have changed since; there may be more.
  public let changes: [PartChange]
}
