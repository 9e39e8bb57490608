import Documents
import NotebookSyntax
import NotebookTranscript
import ResultStore

/// What is known of a notebook's run without running it: what it would do, and what came of the programs
/// that are kept.
public struct KnownRun: Sendable {
  /// In the order of the notebook, the cells that are tried on their own after their program.
  public internal(set) var programs: [Program] = []
  /// The package whose libraries the notebook imports, which is built before anything else; it is
  /// taken to be as it was when it was last built.
  public internal(set) var package: String?
  /// Why nothing could be run.
  public internal(set) var diagnostics: [Diagnostic] = []

  /// Nothing is done.
  public init() {}

  /// What came of the programs that are kept.
  public func transcript(of notebook: Notebook) -> Transcript {
    programs.reduce(ProgramOutcome()) { $0.merging($1.outcome ?? ProgramOutcome()) }
      .transcript(of: notebook)
  }

  /// What is known of one program, or of one cell that is tried on its own.
  public struct Program: Sendable {
    /// The program's number in the notebook.
    public let number: Int
    /// The cell that is tried; `nil` for the program itself.
    public let trial: Cell?
    /// The program's cells and values, in order; what is tried comes last.
    public let pieces: [Piece]
    /// What would be done about it.
    public let outlook: Outlook
    /// What determines its result now.
    public let parts: KeyParts
    /// What would be done about its stored values, as it asked for them when it last ran; whether one is
    /// made is unknown where only the program that runs can tell.
    public let values: [Outlook]
    /// What came of it, where that is kept.
    let outcome: ProgramOutcome?
  }
}
