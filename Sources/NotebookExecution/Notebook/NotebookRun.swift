import Documents
import Foundation
import NotebookDisplay
import NotebookPrograms
import NotebookSyntax
import ResultStore
import Timing

/// One run of a notebook: everything that its programs are compiled and run with.
struct NotebookRun: Sendable {
  let compiler: Compiler
  /// The libraries that are compiled when they are needed; `nil` where there are none.
  let own: OwnLibraries?
  /// Earlier results; `nil` where none are kept.
  let results: ProgramResults?
  /// Compiled programs; `nil` where none are kept.
  let compiled: CompiledPrograms?
  private let use: StoreUse?
  let limits: ProgramRun.Limits
  private let inputs: DeclaredInputs
  let parsed: ParsedNotebook
  let source: SourceText
  let workingFolder: String
  /// Whether each cell is a program of its own.
  let isIsolated: Bool
  /// The package that the document belongs to.
  let packageFolder: String?
  let slots: WorkSlots
  /// How programs are kept from what is not theirs.
  let confinement: Confinement
  /// From how many variables on a program is first tried as a library; `nil` for never.
  let manyVariables: Int?

  /// - Parameters:
  ///   - inputs: what the notebook declares that its cells read.
  ///   - access: what its programs may see and change, and what finds the sandbox.
  ///   - spent: how much of the time limit it took to read that.
  init(
    _ options: RunOptions,
    tools: Tools.Found,
    slots: WorkSlots,
    notebook parsed: ParsedNotebook,
    _ inputs: DeclaredInputs,
    access: (ProgramAccess, SandboxFinder),
    spent: Duration = .zero
  ) {
    self.parsed = parsed
    let notebook = parsed.notebook
    self.inputs = inputs
    source = notebook.source
    workingFolder =
      options.workingFolder ?? URL(filePath: source.path).deletingLastPathComponent().path
    confinement = Confinement(
      access.0,
      options,
      access.1,
      of: notebook,
      in: workingFolder,
      with: tools,
      hiding: options.store.map { [$0.store.path] } ?? []
    )
    let (own, given) = (CompilerFlags(of: notebook), CompilerFlags(options.compilerArguments))
    let isOwners = notebook.frontMatter.swiftFlagsRange == nil
    compiler = Compiler(
      toolchain: tools.toolchain,
      libraries: tools.libraries,
      swiftVersion: options.swiftVersion ?? notebook.frontMatter.swiftVersion ?? "5",
      flags: own + given,
      timeout: options.compilerTimeout,
      confinement: CompilerConfinement(
        confinement,
        tools.place,
        tools.libraries,
        isOwners ? own + given : given
      ),
      routes: tools.routes,
      digests: tools.digests
    )
    self.own = tools.own
    limits = ProgramRun.Limits(
      time: options.timeout(for: notebook),
      spent: spent,
      memory: options.memoryLimit,
      output: options.outputLimit
    )
    self.slots = slots
    // In Swift 6, and by some flags, variables of a script belong to the main actor.
    let isPlain = compiler.flags.written.isEmpty && !compiler.swiftVersion.hasPrefix("6")
    manyVariables = isPlain ? options.manyVariables : nil
    isIsolated = options.isIsolated || notebook.frontMatter.isIsolated
    packageFolder = options.package.folder(around: source.path)
    use = options.store
    compiled = CompiledPrograms(options.store, compiler)
    results = options.store.map { [compiler, confinement, workingFolder, limits] in
      ProgramResults(
        $0,
        for: notebook,
        inputs,
        compiler,
        confinement,
        in: workingFolder,
        limits,
        tools.turns
      )
    }
  }

  var notebook: Notebook { parsed.notebook }

  /// What comes of each program and of each cell that is tried on its own, side by side.
  func outcomes(
    of plans: [ProgramPlan],
    in folder: TemporaryFolder,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws -> [ProgramOutcome] {
    await withTaskGroup(of: (Int, ProgramOutcome).self) { group in
      var count = 0
      func add(_ body: @escaping @Sendable () async throws -> ProgramOutcome) {
        let number = count
        count += 1
        group.addTask {
          (
            number,
            await measured(.program, on: .programs, with: ["program": number]) {
              await caught(body)
            }
          )
        }
      }
      for (number, plan) in plans.enumerated() {
        if plan.hasProgram {
          add { try await outcome(of: plan, in: folder, name: "p\(number)", progress: progress) }
        }
        for trial in plan.trials {
          add { try await outcome(of: trial, of: plan, in: folder, name: "t\(trial.cell.id)") }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private func caught(_ body: () async throws -> ProgramOutcome) async -> ProgramOutcome {
    do {
      return try await body()
    } catch {
      // A process that is ended because the task is cancelled fails in ways of its own.
      return ProgramOutcome(Task.isCancelled ? CancellationError() : error, in: source)
    }
  }

  /// What came of a program when it was last run, or what comes of it now.
  func kept(
    _ task: ProgramTask,
    make: () async throws -> ProgramOutcome
  ) async throws -> ProgramOutcome {
    guard let results else { return try await make() }
    return try await results.outcome(of: task, make: make)
  }

  /// Compiles a program.
  func compile(
    _ program: ProgramSource,
    to product: Compiler.Product = .program,
    in folder: TemporaryFolder,
    name: String,
    product productName: String? = nil
  ) async throws -> CompilerRemarks {
    try await slots.run {
      try await measured(.compiling) {
        do {
          let remarks = try await compiler.compile(
            program,
            to: product,
            in: folder,
            name: name,
            as: productName
          )
          if remarks.hasErrorsWithoutPlace, let full = NoRoom(in: folder.parent) { throw full }
          return remarks
        } catch {
          throw NoRoom(in: folder.parent) ?? error
        }
      }
    }
  }

  /// Runs a program that was compiled.
  /// - Parameter code: the program's code; `nil` where it stores no values.
  func run(
    _ program: ProgramSource,
    _ code: ProgramCode?,
    in folder: TemporaryFolder,
    name: String,
    progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) async throws -> (Recording, FailureReport?) {
    let file = folder.program(name)
    let values = use.flatMap {
      StoredValues(code, of: program, in: workingFolder, $0, inputs, compiler)
    }
    let service = RequestService(values: values, folder: workingFolder)
    let place = try notebook.rules.runsInEmptyFolder ? emptyFolder(name, in: folder) : nil
    let (run, isInSandbox) = try await slots.run {
      try await measured(.running) {
        try await confined(file, in: place, with: folder, service) { event in
          if case .pieceBegan(let id, _) = event { progress(.running(id)) }
        }
      }
    }
    let recording = Recording(run, of: program)
    guard !recording.isFinished, !recording.isEndedByMain(of: program) else {
      return (recording, nil)
    }
    var backtrace: Backtrace?
    if let trap = recording.trap ?? recording.exit, let symbolizer = compiler.toolchain.symbolizer {
      let path = ProgramSource.literal(source.path)
      backtrace = await Backtrace(trap.frames, of: file, path: path, symbolizer: symbolizer)
    }
    let report = FailureReport(
      recording,
      backtrace: backtrace,
      program: program,
      limits: limits,
      advice: isInSandbox ? confinement.advice : nil
    )
    return (recording, report)
  }

  /// A folder for what a program writes, which goes with the run.
  private func emptyFolder(_ name: String, in folder: TemporaryFolder) throws -> String {
    let name = "\(name).folder"
    try folder.makeFolder(name)
    return folder[name]
  }

  /// Runs a program in the sandbox, if there is one.
  /// - Parameters:
  ///   - place: a folder of its own, in which it begins; `nil` for the document's.
  ///   - folder: what it needs at hand.
  /// - Throws: ``SandboxFault`` where it must not run without, or what else keeps it from being run.
  private func confined(
    _ file: String,
    in place: String?,
    with folder: TemporaryFolder,
    _ service: RequestService,
    watching: @escaping @Sendable (Event) -> Void
  ) async throws -> (ProgramRun, isInSandbox: Bool) {
    func run(_ sandbox: Sandbox.Command?) async throws -> ProgramRun {
      try await ProgramRun.run(
        file,
        in: place ?? workingFolder,
        sandbox: sandbox,
        limits: limits,
        service: service,
        watching: watching
      )
    }
    let sandbox = try confinement.command(for: file, in: place, with: folder)
    do {
      return (try await run(sandbox), sandbox != nil)
    } catch let fault as SandboxFault {
      // Its tool failed before the program began.
      try await confinement.goOn(without: fault)
      let other = try confinement.command(for: file, in: place, with: folder)
      return (try await run(other), other != nil)
    }
  }
}
