import Foundation
import Subprocess

extension Sandbox {
  /// Whether the tool can make a sandbox on this machine, which no document has a part in.
  /// - Returns: why not; `nil` where it can.
  func fault() async -> SandboxFault? {
    let command = command(for: ["/usr/bin/true"], Surroundings(workingFolder: "/"))
    var options = PlatformOptions()
    options.processGroupID = 0
    let invocation = Configuration(
      executable: .path(.init(command.tool)),
      arguments: Arguments(command.arguments),
      platformOptions: options
    )
    do {
      let result = try await StartedProcess.run { isThere in
        try await Subprocess.run(
          invocation,
          input: .none,
          output: .discarded,
          error: .string(limit: 1 << 16)
        ) { execution in
          isThere()
          return await TimedProcess(execution.processIdentifier).ends(within: .seconds(10))
        }
      }
      guard result.closureResult else { return .refused("it takes too long") }
      return result.terminationStatus.isSuccess
        ? nil : .refused(Self.words(of: result.standardError))
    } catch {
      return .refused("\(error)")
    }
  }
}
