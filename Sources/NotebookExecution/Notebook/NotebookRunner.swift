import Foundation
import NotebookPrograms
import NotebookSyntax
import NotebookTranscript
import ResultStore
import Timing

/// Compiles and runs the Swift of notebooks.
///
/// Each stage makes a new value:
///
///     Notebook → ParsedNotebook → ProgramPlan → ProgramSource
///       → ProgramRun → Recording → ProgramOutcome → Transcript
///
/// 1. a notebook is parted into programs, each written as one Swift source whose lines and columns
///    are the notebook's (`NotebookPrograms`);
/// 2. that is compiled (`Compile`); pieces that cannot be are sorted out;
/// 3. it runs in a process group of its own within limits, and what it prints and shows is put in
///    order (`Run`); what it asks for meanwhile, values that are kept and files that it opens, is
///    answered (`Requests`);
/// 4. what went wrong becomes diagnostics about the notebook (`Failures`).
public struct NotebookRunner: Sendable {
  let options: RunOptions
  let slots: WorkSlots
  let tools: Tools
  let sandbox = SandboxFinder()

  /// How many programs are compiled or run side by side.
  public var width: Int { options.width }

  /// - Parameter options: how notebooks are compiled and run. All runs of one runner share its jobs.
  public init(options: RunOptions = RunOptions()) {
    self.options = options
    slots = WorkSlots(options.width)
    tools = Tools(options, slots)
  }

  /// Runs a notebook.
  ///
  /// Whatever goes wrong is in the transcript's diagnostics. A task that is cancelled ends the
  /// notebook's processes and gives what there is up to then.
  ///
  /// - Parameters:
  ///   - notebook: a notebook that was read without errors.
  ///   - access: what its programs may see and change beyond themselves.
  ///   - progress: is told what is being done, from any thread.
  public func run(
    _ notebook: Notebook,
    access: ProgramAccess = ProgramAccess(),
    progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) async -> Transcript {
    let (parsed, plans) = plans(of: notebook)
    var transcript = await run(plans, of: parsed, access, progress: progress)
    transcript.promises = parsed.promises
    return transcript
  }

  private func run(
    _ plans: [ProgramPlan],
    of parsed: ParsedNotebook,
    _ access: ProgramAccess,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) async -> Transcript {
    let notebook = parsed.notebook
    let untouched = ProgramOutcome(notRun: plans.flatMap(\.ids))
    guard plans.contains(where: \.needsCompiler) else { return untouched.transcript(of: notebook) }
    do {
      if let few = NoDescriptors(width: options.width) { throw few }
      if (options.sandbox ?? access.sandbox) != .off, let allowed = access.flags {
        let faults = AllowedFlags(others: allowed).faults(of: notebook)
        if !faults.isEmpty { throw ToolFault(diagnostics: faults) }
      }
      let clock = ContinuousClock()
      let start = clock.now
      let limit = options.timeout(for: notebook)
      let inputs = try measured(.reading) { () throws(DeclaredInputs.Fault) in
        try DeclaredInputs(of: notebook, within: limit)
      }
      let spent = clock.now - start
      let found = try await tools.get(
        importing: plans.importedModules,
        path: notebook.source.path,
        progress: progress
      )
      let run = NotebookRun(
        options,
        tools: found,
        slots: slots,
        notebook: parsed,
        inputs,
        access: (access, sandbox),
        spent: spent
      )
      let hidden = run.compiler.confinement?.hiddenPaths(of: notebook) ?? []
      if !hidden.isEmpty { throw ToolFault(diagnostics: hidden) }
      return try await TemporaryFolder.with(in: options.temporaryFolder) { folder in
        let outcomes = try await measured(.programs, with: ["programs": plans.count]) {
          try await run.outcomes(of: plans, in: folder, progress: progress)
        }
        var missing = ProgramOutcome(diagnostics: DeclaredInputs.missing(of: notebook))
        missing.diagnostics += run.confinement.hiddenVariables(of: notebook, inputs)
        missing.isReproducible = found.package == nil && run.compiler.flags.paths.isEmpty
        var transcript =
          outcomes.reduce(untouched.merging(missing)) { $0.merging($1) }
          .transcript(of: notebook)
        transcript.inputs = inputs.files
        transcript.packageFiles = found.packageFiles(importing: plans.importedModules)
        return transcript
      }
    } catch {
      let outcome = ProgramOutcome(
        Task.isCancelled ? CancellationError() : error,
        in: notebook.source
      )
      var transcript = untouched.merging(outcome).transcript(of: notebook)
      transcript.packageFiles = (error as? ToolFault)?.packageFiles ?? []
      return transcript
    }
  }
}

extension NotebookRunner {
  func plans(of notebook: Notebook) -> (ParsedNotebook, [ProgramPlan]) {
    measured(.planning) {
      let parsed = ParsedNotebook(notebook)
      return (parsed, ProgramPlan.plans(of: parsed, isIsolated: options.isIsolated))
    }
  }

  /// What running a notebook now would do, and what is known without doing it. Nothing is compiled,
  /// run or written.
  public func known(of notebook: Notebook, access: ProgramAccess = ProgramAccess()) -> KnownRun {
    let (parsed, plans) = plans(of: notebook)
    var known = KnownRun()
    guard plans.contains(where: \.needsCompiler) else { return known }
    do throws(ToolFault) {
      let (found, package) = try tools.known(
        importing: plans.importedModules,
        path: notebook.source.path
      )
      let inputs: DeclaredInputs
      do throws(DeclaredInputs.Fault) {
        inputs = try DeclaredInputs(of: notebook, within: options.timeout(for: notebook))
      } catch {
        if case .errors(let errors) = error { known.diagnostics = errors }
        return known
      }
      let run = NotebookRun(
        options,
        tools: found,
        slots: slots,
        notebook: parsed,
        inputs,
        access: (access, sandbox)
      )
      known.package = package?.folder
      let tasks = plans.flatMap { $0.tasks(in: notebook.source) }
      known.programs = tasks.compactMap {
        run.results?.known(of: $0, lacksModules: package != nil)
      }
    } catch {
      known.diagnostics = error.diagnostics
    }
    return known
  }

  /// Why programs that could run in a sandbox ran without; `nil` where none did.
  public var sandboxFault: SandboxFault? { sandbox.fault }

  /// Tells the tools and options of this runner from any others, by the stamps of the tools' files;
  /// `nil` where there are none, or where they are being built.
  ///
  /// Of a package's libraries it knows nothing: see ``Transcript/isReproducible``.
  public var toolsParts: KeyParts? {
    var parts = KeyParts(kind: ResultKind("tools", version: 1))
    parts.add(.package, "\(options.package)")
    parts.add(.flags, texts: [options.swiftVersion ?? ""] + options.compilerArguments)
    parts.add(.isolated, "\(options.isIsolated)")
    parts.add(.folder, options.workingFolder ?? "")
    parts.add(.sandbox, options.sandbox?.rawValue ?? "")
    return tools.addStamps(to: &parts) ? parts : nil
  }
}

/// What a runner is doing.
public enum RunProgress: Sendable, Equatable {
  /// The libraries that notebooks import are being compiled, once for this toolchain.
  case compilingLibraries
  /// The package around the notebook is being built.
  case buildingPackage
  /// A program is being compiled.
  case compiling
  /// A piece begins to run; its id in the notebook.
  case running(Int)
}
