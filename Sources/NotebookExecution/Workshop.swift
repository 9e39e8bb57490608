import Foundation
import NotebookSyntax

/// Everything that the programs of one notebook are made with.
struct Workshop: Sendable {
  let compiler: Compiler
  let limits: ProgramRun.Limits
  let source: SourceText
  let workingFolder: String
  let slots: WorkSlots

  /// - Throws: a diagnostic that says what is missing.
  init(_ options: RunOptions, slots: WorkSlots, source: SourceText) throws {
    guard let toolchain = Toolchain(compiler: options.compiler) else {
      throw Diagnostic(
        .error,
        "toolchain-missing",
        options.compiler.map { "there is no Swift compiler at '\($0)'" }
          ?? "there is no 'swiftc' on the PATH",
        help: "install Swift 6.2 or later from https://swift.org/install",
        path: source.path
      )
    }
    guard let libraries = options.libraries ?? .ofThisProgram() else {
      throw Diagnostic(
        .error,
        "libraries-missing",
        "the libraries that notebooks import are not beside this program",
        help: "run it with 'swift run render', or set LECTERN_LIBRARIES to the folder that "
          + "'swift build --show-bin-path' prints",
        path: source.path
      )
    }
    compiler = Compiler(
      toolchain: toolchain,
      libraries: libraries,
      arguments: options.compilerArguments,
      timeout: options.compilerTimeout
    )
    limits = ProgramRun.Limits(
      time: options.timeout,
      memory: options.memoryLimit,
      output: options.outputLimit
    )
    self.source = source
    self.slots = slots
    workingFolder =
      options.workingFolder ?? URL(filePath: source.path).deletingLastPathComponent().path
  }

  /// What comes of each program and of each cell that is tried on its own, side by side.
  func outcomes(
    of plans: [ProgramPlan],
    in folder: TemporaryFolder,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) async throws -> [ProgramOutcome] {
    await withTaskGroup(of: ProgramOutcome.self) { group in
      for (number, plan) in plans.enumerated() {
        if !plan.pieces.isEmpty {
          group.addTask {
            await caught {
              try await outcome(of: plan, in: folder, name: "p\(number)", progress: progress)
            }
          }
        }
        for trial in plan.trials {
          group.addTask {
            await caught {
              try await outcome(of: trial, of: plan, in: folder, name: "t\(trial.cell.id)")
            }
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
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

  /// Compiles a program.
  func compile(
    _ program: ProgramSource,
    to product: Compiler.Product = .program,
    in folder: TemporaryFolder,
    name: String
  ) async throws -> CompilerRemarks {
    try await slots.run {
      try await compiler.compile(program, to: product, in: folder, name: name)
    }
  }

  /// Runs a program that was compiled.
  func run(
    _ program: ProgramSource,
    in folder: TemporaryFolder,
    name: String,
    progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) async throws -> (Recording, FailureReport?) {
    let file = folder[name + ".program"]
    let run = try await slots.run {
      try await ProgramRun.run(file, in: workingFolder, limits: limits) { event in
        if case .pieceBegan(let id, _) = event { progress(.running(id)) }
      }
    }
    let recording = Recording(run)
    guard !recording.isFinished else { return (recording, nil) }
    var backtrace: Backtrace?
    if let trap = recording.trap, let symbolizer = compiler.toolchain.symbolizer {
      let path = ProgramSource.literal(source.path)
      backtrace = await Backtrace(trap.frames, of: file, path: path, symbolizer: symbolizer)
    }
    let report = FailureReport(recording, backtrace: backtrace, program: program, limits: limits)
    return (recording, report)
  }
}
