import Files
import Foundation
import NotebookPrograms
import NotebookSyntax
import Subprocess
import Timing

/// Compiles a program's source.
struct Compiler: Sendable {
  var toolchain: Toolchain
  var libraries: NotebookLibraries
  /// The version of the language.
  var swiftVersion: String
  /// What the author gives it.
  var flags: CompilerFlags
  var timeout: Duration
  /// Keeps it from what is not the document's; `nil` for no sandbox.
  var confinement: CompilerConfinement?
  /// Shared by all that compile with the same tools.
  var routes = DirectRoutes()
  /// Shared by all that compile with the same tools.
  var digests = ModuleDigests(nil)

  /// What is made of the source.
  enum Product {
    /// A program that can be run.
    case program
    /// A program that keeps all its checks, whatever the options say: an optimized one traps without
    /// a word.
    case checkedProgram
    /// Nothing but what the compiler says about names and types.
    case types
    /// Nothing but the compiler's messages, all of them, those of its later checks too.
    case messages
    /// Nothing but what the parser has to say.
    case syntax

    /// Whether a program comes of it.
    var isLinked: Bool { self == .program || self == .checkedProgram }
  }

  /// Why there are no messages to be shown.
  enum Fault: Error {
    case timeout
    /// It failed, or made nothing, and said no more than this.
    case crash(compiler: String, String)
    /// It is no program that can be run, for a reason.
    case notStarted(compiler: String, String)
  }

  /// Compiles a program in a folder.
  ///
  /// - Parameters:
  ///   - program: the program.
  ///   - product: what is made of it.
  ///   - folder: the folder.
  ///   - name: the name of the source there.
  ///   - productName: the name of the program that is made; `nil` takes the source's.
  /// - Returns: what the compiler had to say. Where that holds no error, the program is there.
  func compile(
    _ program: ProgramSource,
    to product: Product = .program,
    in folder: TemporaryFolder,
    name: String,
    as productName: String? = nil
  ) async throws -> CompilerRemarks {
    // Top-level code must be in a file of this name.
    let subfolder = folder.url.appending(path: name)
    try folder.makeFolder(name)
    let file = subfolder.appending(path: "main.swift").path
    try Data(program.text.utf8).write(to: URL(filePath: file))
    let job = Job(
      source: file,
      object: subfolder.appending(path: "main.o").path,
      output: product.isLinked ? folder.program(productName ?? name) : nil,
      folder: subfolder.path,
      key: key(importing: program.modules, product, as: program.form),
      modules: program.modules
    )
    if product != .syntax, let route = routes[job.key] {
      do {
        if let remarks = try await direct(job, route, about: program) { return remarks }
      } catch is SubprocessError {
        // What it leads to is gone since it was learned.
      }
    }
    return try await driven(job, about: program, isLearning: product != .syntax)
  }

  /// What is to be done for one program.
  private struct Job {
    var source: String
    var object: String
    /// The program; `nil` where only messages are wanted.
    var output: String?
    var folder: String
    var key: DirectRoutes.Key
    var modules: Set<String>
  }

  /// A call that has a program to do with.
  private func call(_ words: [String], for job: Job) -> CompilerCall {
    CompilerCall(words: words, folder: job.folder, timeout: timeout, confinement: confinement) {
      try await addModules(importing: job.modules, in: job.folder)
    }
  }

  /// Compiles without the driver.
  /// - Returns: `nil` where that failed for a reason that only the driver can tell.
  private func direct(
    _ job: Job,
    _ route: DirectRoute,
    about program: ProgramSource
  ) async throws -> CompilerRemarks? {
    let compiled = try await measured(.compiler) {
      try await call(route.compiling(job.source, to: job.object), for: job).run()
    }
    let remarks = remarks(compiled.messages, about: program, in: job)
    // What is wrong nowhere in the notebook may be the way itself.
    guard compiled.isSuccess else {
      return remarks.hasErrors && !remarks.hasErrorsWithoutPlace ? remarks : nil
    }
    guard let output = job.output else { return remarks }
    guard let link = route.linking(job.object, to: output) else { return nil }
    let linked = try await measured(.linker) { try await call(link, for: job).run() }
    return linked.isSuccess ? remarks : nil
  }

  /// Compiles by the driver, and learns from what it tells how to do without it.
  private func driven(
    _ job: Job,
    about program: ProgramSource,
    isLearning: Bool
  ) async throws -> CompilerRemarks {
    // The source first: the driver writes a file of its own beside the first input, and that must not
    // be an object that another run links at the same time.
    let words =
      [toolchain.compiler, job.source] + job.key.flags + (job.output.map { ["-o", $0] } ?? [])
      + (isLearning ? ["-v"] : [])
    let result: CompilerCall.Result
    do {
      result = try await measured(.driver) {
        try await call(words, for: job).run()
      }
    } catch let error as SubprocessError {
      throw Fault.notStarted(compiler: toolchain.compiler, "\(error)")
    }
    let remarks = remarks(result.messages, about: program, in: job)
    let isMade = job.output.map(FileStatus.isThere) ?? true
    if !(result.isSuccess && isMade), !remarks.hasErrors {
      throw Fault.crash(compiler: toolchain.compiler, result.messages)
    }
    if isLearning, result.isSuccess {
      let told = result.told + result.messages
      let route = DirectRoute(told: told, source: job.source, output: job.output, in: job.folder)
      if let route { routes.learn(route, for: job.key) }
    }
    return remarks
  }

  private func remarks(
    _ output: String,
    about program: ProgramSource,
    in job: Job
  ) -> CompilerRemarks {
    let paths = program.sources.map { ProgramSource.literal($0.path) }
    let files = paths + [ProgramSource.generatedFile, job.source]
    return CompilerRemarks(
      CompilerMessage.messages(in: output, files: files),
      about: program,
      importable: libraries.listing + " and what comes with Swift"
        + (libraries.hasOthers
          ? "" : "; and, by --package FOLDER, the libraries of a Swift package")
    )
  }

  /// Whether a module that a program imports, or one that it needs, asks for the places of its calls.
  func askForPlace(_ imported: Set<String>) -> Bool {
    libraries.modules(neededBy: imported).contains { digests.asksForPlace($0.module) }
  }

  /// The flags with which small files are only looked at, each importing one of some modules.
  func probingFlags(importing modules: [String]) -> [String] {
    [
      "-typecheck", "-wmo", "-swift-version", swiftVersion, "-module-name", "probe",
      "-enable-upcoming-feature", "MemberImportVisibility", "-suppress-warnings",
      "-no-color-diagnostics", "-diagnostic-style", "llvm",
    ] + flags.absolute + libraries.importArguments(importing: Set(modules))
  }

  /// What decides about the way from a source to a product.
  func key(
    importing modules: Set<String>,
    _ product: Product = .program,
    as form: ProgramForm = .script
  ) -> DirectRoutes.Key {
    DirectRoutes.Key(flags: flags(importing: modules, product) + form.flags, modules: modules)
  }

  /// Line tables, which places in backtraces need, and no more; and the linker that comes with the
  /// toolchain, which is the fastest.
  private func flags(importing modules: Set<String>, _ product: Product) -> [String] {
    var flags = sharedFlags
    switch product {
    case .program, .checkedProgram:
      if case .checkedProgram = product { flags.append("-Onone") }
      #if os(Linux)
        flags.append("-use-ld=lld")
      #endif
      flags += libraries.arguments(importing: modules)
    case .messages:
      flags += libraries.importArguments(importing: modules)
      // In the run's own folder: what a compiler that is ended leaves or takes away must not be a device.
      flags += ["-emit-sil", "-o", "messages.sil"]
    case .types:
      flags += libraries.importArguments(importing: modules)
      flags.append("-typecheck")
    case .syntax:
      flags.append("-parse")
    }
    return flags
  }

  /// Those of all products.
  var sharedFlags: [String] {
    [
      "-swift-version", swiftVersion, "-module-name", "main", "-Onone", "-gline-tables-only",
      // As the parser here reads it, and Swift 6.
      "-enable-bare-slash-regex",
      "-no-color-diagnostics", "-diagnostic-style", "llvm",
    ] + flags.absolute
  }
}
