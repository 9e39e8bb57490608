import NotebookSyntax
import ResultStore
import Timing

/// What came of the programs of a notebook when they were last run.
struct ProgramResults: Sendable {
  private let use: StoreUse
  private let notebook: Notebook
  private let compiler: Compiler
  /// The folder in which programs run.
  private let folder: String

  init(_ use: StoreUse, for notebook: Notebook, _ compiler: Compiler, in folder: String) {
    self.use = use
    self.folder = folder
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
      guard let outcome = kept(for: lastParts(role, pieces), pieces) else { throw missing(pieces) }
      return outcome
    }
    let parts = measured(.key) { ProgramKey(role, pieces, of: notebook, compiler).parts }
    if let outcome = measured(.store, { kept(for: parts, pieces) }) { return outcome }
    var outcome = try await make()
    // What is declared or was opened may have changed while the program ran.
    guard !Task.isCancelled, outcome.isLasting,
      ProgramKey(role, pieces, of: notebook, compiler).parts == parts,
      outcome.files.areUnchanged(in: folder),
      let stored = StoredOutcome(outcome, of: pieces, in: notebook.source)
    else {
      outcome.isReproducible = false
      return outcome
    }
    keep(stored, outcome.files, for: [parts, lastParts(role, pieces)])
    return outcome
  }

  private func kept(for parts: KeyParts, _ pieces: [ParsedPiece]) -> ProgramOutcome? {
    var parts = parts
    var entry: ProgramEntry? = use.value(for: parts.key)
    var files: [OpenedFiles.File] = []
    if case .opened(let paths) = entry {
      files = paths.map { OpenedFiles.File($0, in: folder) }
      parts.add(files)
      entry = use.value(for: parts.key)
    }
    guard case .outcome(let stored) = entry,
      var outcome = stored.outcome(of: pieces, in: notebook.source)
    else { return nil }
    for file in files { outcome.files.add(file) }
    return outcome
  }

  private func keep(_ stored: StoredOutcome, _ files: OpenedFiles, for keys: [KeyParts]) {
    for parts in keys {
      var parts = parts
      if !files.files.isEmpty {
        use.keep(ProgramEntry.opened(files.paths), for: parts.key)
        parts.add(files.files)
      }
      use.keep(ProgramEntry.outcome(stored), for: parts.key)
    }
  }

  /// What determines what the program last came to, with whatever tools.
  private func lastParts(_ role: String, _ pieces: [ParsedPiece]) -> KeyParts {
    ProgramKey(role, pieces, of: notebook, compiler, isForAnyTools: true).parts
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
