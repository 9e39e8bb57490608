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

  func run() async throws -> Result {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
    ]
    let invocation = Configuration(
      executable: .path(.init(words[0])),
      arguments: Arguments(Array(words.dropFirst())),
      environment: ToolEnvironment.environment(in: folder, cache: cache),
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
