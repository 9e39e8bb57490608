import Foundation
import Subprocess

/// One call of the compiler, its driver or the linker.
struct CompilerCall: Sendable {
  /// The program and its arguments.
  var words: [String]
  /// The folder in which it runs.
  var folder: String
  /// How long it may run.
  var timeout: Duration

  /// Where compiled modules are kept, for all calls of a run by one and the same path: the compiler
  /// takes a module that it finds by two for two.
  private var cache: String {
    URL(filePath: folder).deletingLastPathComponent().appending(path: "cache").path
  }

  /// What came of it.
  struct Result: Sendable {
    /// What it printed on standard error: its messages.
    var messages: String
    /// What it printed on standard output: what it does.
    var told: String
    var isSuccess: Bool
  }

  /// Keeps it from what is not the document's; `nil` for what holds nothing of a document.
  var confinement: CompilerConfinement?
  /// Has modules of C compiled that are missing among those of all documents, by what holds nothing of this one.
  var addModules: (@Sendable () async throws -> Void)?

  /// Makes the call.
  /// - Throws: ``SandboxFault`` where it must be made in a sandbox and cannot, `Compiler.Fault` where it takes too
  ///   long, or what else keeps it from being made.
  func run() async throws -> Result {
    guard let confinement else { return try await perform(nil) }
    do {
      return try await confined(confinement)
    } catch let fault as SandboxFault {
      // Its tool failed before the compiler began.
      try await confinement.confinement.goOn(without: fault)
      return try await perform(nil)
    }
  }

  private func confined(_ confinement: CompilerConfinement) async throws -> Result {
    func attempt(_ modules: CompilerConfinement.Modules) async throws -> Result {
      let command = try await confinement.command(
        for: words,
        in: folder,
        cache: cache,
        timeout: timeout,
        modules
      )
      let result = try await perform(command)
      if command != nil, let words = Sandbox.words(ofFault: result.messages) {
        throw SandboxFault.refused(words)
      }
      return result
    }
    var result = try await attempt(.shared)
    guard result.lacksModules else { return result }
    if let addModules {
      try await addModules()
      result = try await attempt(.shared)
    }
    return result.lacksModules ? try await attempt(.own) : result
  }

  private func perform(_ sandbox: Sandbox.Command?) async throws -> Result {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
    ]
    let invocation = Configuration(
      executable: .path(.init(sandbox?.tool ?? words[0])),
      arguments: Arguments(sandbox?.arguments ?? Array(words.dropFirst())),
      environment: sandbox.map { .only($0.environment) }
        ?? ToolEnvironment.environment(in: folder, cache: cache),
      workingDirectory: .init(folder),
      platformOptions: options
    )
    let result = try await StartedProcess.run { isThere in
      try await Subprocess.run(
        invocation,
        input: .none,
        output: .string(limit: 16 << 20),
        error: .string(limit: 16 << 20)
      ) { execution in
        isThere()
        return await TimedProcess(execution.processIdentifier).ends(within: timeout)
      }
    }
    guard result.closureResult else { throw Compiler.Fault.timeout }
    return Result(
      messages: result.standardError,
      told: result.standardOutput,
      isSuccess: result.terminationStatus.isSuccess
    )
  }
}

extension CompilerCall.Result {
  /// Whether a module of C would have had to be compiled where nothing can be written.
  fileprivate var lacksModules: Bool {
    !isSuccess && messages.contains("/clang/ModuleCache/")
      && messages.contains("Read-only file system")
  }
}
