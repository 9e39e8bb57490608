import NotebookSyntax
import ResultStore
import Timing

/// What came of the programs of a notebook when they were last run.
struct ProgramResults: Sendable {
  private let use: StoreUse
  private let notebook: Notebook
  private let compiler: Compiler

  init(_ use: StoreUse, for notebook: Notebook, _ compiler: Compiler) {
    self.use = use
    self.notebook = notebook
    self.compiler = compiler
  }

  /// What came of a program: as it is kept, or made now and kept.
  ///
  /// - Parameters:
  ///   - role: what is done with the program.
  ///   - pieces: its pieces.
  ///   - make: compiles and runs it.
  func outcome(
    _ role: String,
    of pieces: [ParsedPiece],
    make: () async throws -> ProgramOutcome
  ) async throws -> ProgramOutcome {
    if use.isFrozen {
      guard let outcome = kept(for: lastKey(role, pieces), pieces) else { throw missing(pieces) }
      return outcome
    }
    let parts = measured(.key) { ProgramKey(role, pieces, of: notebook, compiler).parts }
    if let outcome = measured(.store, { kept(for: parts.key, pieces) }) { return outcome }
    let outcome = try await make()
    // What is declared may have changed while the program ran.
    guard !Task.isCancelled, outcome.isLasting,
      ProgramKey(role, pieces, of: notebook, compiler).parts == parts,
      let stored = StoredOutcome(outcome, of: pieces, in: notebook.source)
    else { return outcome }
    use.keep(stored, for: parts.key, lastKey(role, pieces))
    return outcome
  }

  private func kept(for key: StoreKey, _ pieces: [ParsedPiece]) -> ProgramOutcome? {
    let stored: StoredOutcome? = use.value(for: key)
    return stored?.outcome(of: pieces, in: notebook.source)
  }

  /// The key of what the program last came to, with whatever tools.
  private func lastKey(_ role: String, _ pieces: [ParsedPiece]) -> StoreKey {
    ProgramKey(role, pieces, of: notebook, compiler, isForAnyTools: true).parts.key
  }

  private func missing(_ pieces: [ParsedPiece]) -> Diagnostic {
    Diagnostic(
      .error,
      "not-in-store",
      "the store holds no result for these cells, and --frozen lets nothing be run",
      help: "render it once without --frozen",
      in: notebook.source,
      at: pieces.last?.piece.range ?? 0..<0
    )
  }
}

extension ProgramOutcome {
  /// Whether the same program would come to the same: what depends on the hour or the machine is not
  /// kept, and neither is an error without a place, such as that of a disk that is full.
  fileprivate var isLasting: Bool {
    let passing: Set = [
      "timeout", "output-limit", "memory-limit", "killed", "cancelled", "compiler-timeout",
      "compiler-crash", "run-failed",
    ]
    return !diagnostics.contains {
      passing.contains($0.identifier) || $0.severity == .error && $0.start == nil
    }
  }
}
