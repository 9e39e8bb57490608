import Documents
import NotebookPrograms
import NotebookSyntax
import ResultStore
import Timing

/// What came of the programs of a notebook when they were last run.
struct ProgramResults: Sendable {
  let use: StoreUse
  let notebook: Notebook
  let compiler: Compiler
  private let confinement: Confinement
  /// What the notebook declares that its cells read, as it was before any program ran.
  let inputs: DeclaredInputs
  /// The folder in which programs run.
  let folder: String
  private let limits: ProgramRun.Limits
  private let turns: ProgramTurns

  init(
    _ use: StoreUse,
    for notebook: Notebook,
    _ inputs: DeclaredInputs,
    _ compiler: Compiler,
    _ confinement: Confinement,
    in folder: String,
    _ limits: ProgramRun.Limits,
    _ turns: ProgramTurns = ProgramTurns()
  ) {
    self.use = use
    self.turns = turns
    self.inputs = inputs
    self.limits = limits
    self.folder = folder
    self.notebook = notebook
    self.compiler = compiler
    self.confinement = confinement
  }

  /// What came of a program: as it is kept, or made now and kept.
  ///
  /// - Parameters:
  ///   - task: what is done with the program.
  ///   - make: compiles and runs it.
  func outcome(
    of task: ProgramTask,
    make: () async throws -> ProgramOutcome
  ) async throws -> ProgramOutcome {
    let parts = measured(.key) { self.parts(task) }
    if let outcome = measured(.store, { kept(task, parts) }) { return outcome }
    do throws(NotInStore) {
      try memo(task, parts).allowMaking()
    } catch {
      throw missing(task.pieces)
    }
    let isMade = try await turns.begin(parts.key)
    do {
      let outcome = try await outcome(of: task, parts, isMade: isMade, make: make)
      await turns.end(parts.key, isKept: outcome.isReproducible)
      return outcome
    } catch {
      await turns.end(parts.key, isKept: false)
      throw error
    }
  }

  /// What came of a program that another notebook has too, or what comes of it now.
  private func outcome(
    of task: ProgramTask,
    _ parts: KeyParts,
    isMade: Bool,
    make: () async throws -> ProgramOutcome
  ) async throws -> ProgramOutcome {
    if isMade, let outcome = withReading.kept(task, parts) { return outcome }
    var outcome = try await make()
    // What is declared or was opened may have changed while the program ran.
    if !Task.isCancelled, outcome.isLasting, self.parts(task) == parts, inputs == inputsNow,
      outcome.files.areUnchanged(in: folder),
      let stored = StoredOutcome(outcome, of: task.pieces, in: notebook.source)
    {
      memo(task, parts, isLimited: outcome.isLimited).keep(stored, meeting: outcome.files.files)
    } else {
      outcome.isReproducible = false
    }
    var all = parts
    all.add(outcome.files.files)
    memo(task, parts).remember(all, isKept: outcome.isReproducible, with: outcome.values)
    return outcome
  }

  /// These, where results of this run may be read and earlier ones may not.
  private var withReading: ProgramResults {
    ProgramResults(
      StoreUse(use.store),
      for: notebook,
      inputs,
      compiler,
      confinement,
      in: folder,
      limits
    )
  }

  /// What the notebook declares, as it is now; `nil` where it cannot be read any more.
  private var inputsNow: DeclaredInputs? {
    try? DeclaredInputs(of: notebook, within: limits.time)
  }

  /// What came of a program as it is kept: how it ended, or that it passed the limits of today.
  /// - Parameter parts: what determines it, without the files that it opens.
  func kept(_ task: ProgramTask, _ parts: KeyParts) -> ProgramOutcome? {
    found(memo(task, parts), task) ?? found(memo(task, parts, isLimited: true), task)
  }

  private func found(_ memo: Memo<Traced<StoredOutcome>>, _ task: ProgramTask) -> ProgramOutcome? {
    let found = memo.found { OpenedFiles.File($0, in: folder) }
    guard let found, var outcome = found.value.outcome(of: task.pieces, in: notebook.source) else {
      return nil
    }
    for file in found.met { outcome.add(file) }
    return outcome
  }

  /// - Parameter isLimited: whether it passes a limit, so that it belongs to the limits of today.
  func memo(
    _ task: ProgramTask,
    _ parts: KeyParts,
    isLimited: Bool = false
  ) -> Memo<Traced<StoredOutcome>> {
    Memo(
      .transcript,
      in: use,
      .traced(.json),
      of: Subject(notebook.source.path, task.name),
      parts: { isLimited ? limited(parts) : parts },
      withoutTools: { isLimited ? limited(lastParts(task)) : lastParts(task) }
    )
  }

  private func limited(_ parts: KeyParts) -> KeyParts {
    var parts = parts
    let amounts = ["\(limits.time)", "\(limits.memory)", "\(limits.output)"]
    parts.add(.limits, texts: amounts)
    return parts
  }

  /// What determines what comes of a program.
  /// - Parameter asksForPlace: whether a module that it imports asks for the places of its calls; `nil`
  ///   looks into the modules.
  func parts(_ task: ProgramTask, asksForPlace: Bool? = nil) -> KeyParts {
    let place = belongsToFolder(task) ? ProgramFolder(folder).path : nil
    var parts = ProgramKey(
      task,
      in: place,
      of: notebook.source,
      inputs,
      compiler,
      asksForPlace: asksForPlace ?? compiler.askForPlace(task.pieces.importedModules)
    )
    .parts
    parts.add(confinement)
    return parts
  }

  /// What determines what the program last came to, with whatever tools, wherever its folder and the
  /// store were moved together.
  private func lastParts(_ task: ProgramTask) -> KeyParts {
    let place =
      belongsToFolder(task)
      ? ProgramFolder(folder).path(from: ProgramFolder(use.store.path)) : nil
    return ProgramKey(task, in: place, of: notebook.source, inputs, compiler, isForAnyTools: true)
      .parts
  }

  /// Whether an equal program in another folder may come to something else: what flags lead to may do
  /// anything.
  private func belongsToFolder(_ task: ProgramTask) -> Bool {
    task.belongsToFolder || !compiler.flags.paths.isEmpty
  }

  private func missing(_ pieces: [ParsedPiece]) -> Diagnostic {
    Diagnostic(
      .error,
      .notInStore,
      "the store holds no result for these cells, and --frozen lets nothing be run",
      help: "render it once without --frozen",
      in: notebook.source,
      at: pieces.last?.piece.range ?? 0..<0
    )
  }
}

extension ProgramOutcome {
  /// Whether it passed a limit, so that it may come to something else with another one.
  fileprivate var isLimited: Bool {
    let limits: Set<Diagnostic.Kind> = [.timeout, .outputLimit, .memoryLimit]
    return (diagnostics + records.values.flatMap(\.remarks))
      .contains { limits.contains($0.kind) }
  }

  /// Whether the same program would come to the same: what depends on the hour or the machine is not
  /// kept, and neither is an error without a place, such as that of a disk that is full.
  fileprivate var isLasting: Bool {
    let passing: Set<Diagnostic.Kind> = [
      .killed, .cancelled, .compilerTimeout, .compilerCrash, .runFailed,
    ]
    return !diagnostics.contains {
      passing.contains($0.kind) || $0.severity == .error && $0.start == nil
    }
  }
}
