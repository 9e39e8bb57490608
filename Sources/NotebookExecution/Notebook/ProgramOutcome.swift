import Documents
import NotebookPrograms
import NotebookSyntax
import NotebookTranscript
import ResultStore

/// What came of one program, or of one cell that was tried on its own.
struct ProgramOutcome: Sendable {
  var records: [Int: Transcript.Record] = [:]
  var diagnostics: [Diagnostic] = []
  /// The pieces that were passed over because others do not compile.
  var passedOver: [PassedOver] = []
  /// Whether it is known to be the same again; see ``Transcript/isReproducible``.
  var isReproducible = true
  /// The files that its program opened.
  private(set) var files = OpenedFiles()
  /// The collections that it wrote and whose order means nothing.
  var unordered: Set<[String]> = []
  /// The stored values that it asked for.
  private(set) var values: [Made] = []

  init(records: [Int: Transcript.Record] = [:], diagnostics: [Diagnostic] = []) {
    self.records = records
    self.diagnostics = diagnostics
  }

  /// Takes over what its program asked for while it ran.
  mutating func take(_ recording: Recording) {
    files = recording.files
    values = recording.values
    unordered = recording.unordered
  }

  /// Adds a file that its program had opened when it ran.
  mutating func add(_ file: OpenedFiles.File) { files.add(file) }

  /// Takes over what came of a cell that was tried alone, in the place of what came of it before.
  /// - Parameter range: where it stands.
  mutating func replace(
    _ id: Int,
    by alone: ProgramOutcome,
    told range: SourceRange,
    in source: SourceText
  ) {
    let gone = Set(diagnostics.within(range, of: source))
    diagnostics.removeAll(where: gone.contains)
    diagnostics += alone.diagnostics
    passedOver.removeAll { $0.piece == id }
    records[id] = alone.records[id]
    for file in alone.files.files { files.add(file) }
    unordered.formUnion(alone.unordered)
    values += alone.values
    isReproducible = isReproducible && alone.isReproducible
  }

  /// Pieces that were not run.
  init(notRun ids: [Int]) {
    for id in ids { records[id] = Transcript.Record(status: .notRun) }
  }

  /// Something that kept everything from being run.
  init(_ error: any Error, in source: SourceText) {
    if case DeclaredInputs.Fault.errors(let errors) = error {
      diagnostics = errors
      return
    }
    if let failure = error as? ToolFault {
      diagnostics = failure.diagnostics
      return
    }
    let diagnostic =
      switch error {
      case let diagnostic as Diagnostic: diagnostic
      case let full as NoRoom: full.diagnostic(path: source.path)
      case let fault as SandboxFault: fault.diagnostic(path: source.path)
      case let none as NoTemporaryFolder: none.diagnostic(path: source.path)
      case let few as NoDescriptors: few.diagnostic(path: source.path)
      case is CancellationError, DeclaredInputs.Fault.cancelled:
        Diagnostic(.error, .cancelled, "the run was given up", path: source.path)
      case Compiler.Fault.timeout:
        Diagnostic(
          .error,
          .compilerTimeout,
          "the compiler took too long",
          help: "split long expressions, or state the types of their parts",
          path: source.path
        )
      case Compiler.Fault.crash(let compiler, let output):
        Diagnostic(
          .error,
          .compilerCrash,
          "the compiler failed without a message about the notebook",
          help: output.split(separator: "\n").first.map { "it says: \($0)" }
            ?? "see whether '\(compiler) --version' works",
          path: source.path
        )
      case Compiler.Fault.notStarted(let compiler, let reason):
        Diagnostic(
          .error,
          .compilerNotStarted,
          "the compiler '\(compiler)' cannot be started: \(reason)",
          help: "install Swift 6.2 or later from https://swift.org/install",
          path: source.path
        )
      default:
        Diagnostic(
          .error,
          .runFailed,
          "the notebook could not be run: \(error)",
          path: source.path
        )
      }
    diagnostics = [diagnostic]
  }

  /// This outcome with another's records and diagnostics. Of a piece that is part of several
  /// programs counts the one in which it came furthest.
  func merging(_ other: ProgramOutcome) -> ProgramOutcome {
    var merged = ProgramOutcome(
      records: records.merging(other.records) { $1.status.rank > $0.status.rank ? $1 : $0 },
      diagnostics: diagnostics + other.diagnostics
    )
    merged.isReproducible = isReproducible && other.isReproducible
    merged.passedOver = passedOver + other.passedOver
    merged.files = files
    for file in other.files.files { merged.files.add(file) }
    merged.unordered = unordered.union(other.unordered)
    return merged
  }

  /// The notebook's transcript.
  func transcript(of notebook: Notebook) -> Transcript {
    var transcript = Transcript(
      records: records,
      diagnostics: diagnostics.inSourceOrder.with(passedOver, in: notebook),
      openedFiles: files.files
    )
    transcript.isReproducible = isReproducible
    transcript.unordered = unordered.sorted { $0.lexicographicallyPrecedes($1) }
    return transcript
  }
}

extension Transcript.Record.Status {
  /// How far a piece came, as a number.
  fileprivate var rank: Int {
    switch self {
    case .notRun: 0
    case .compiled: 1
    case .failed: 2
    case .ran: 3
    }
  }
}
