import Subprocess
import Testing

@testable import NotebookExecution

@Suite("A process that may run only for so long")
struct TimedProcessTests {
  @Test("ended in time, whenever that is heard of")
  func heardLate() async throws {
    let inTime = try await run("/bin/true", []) { process in
      try await Task.sleep(for: .milliseconds(300))
      return await process.ends(within: .zero)
    }
    #expect(inTime)
  }

  @Test("is waited for as long as it may run")
  func waited() async throws {
    let inTime = try await run("/bin/sleep", ["0.2"]) { await $0.ends(within: .seconds(60)) }
    #expect(inTime)
  }

  @Test("is ended when its time is over")
  func ended() async throws {
    let inTime = try await run("/bin/sleep", ["100000"]) {
      await $0.ends(within: .milliseconds(50))
    }
    #expect(!inTime)
  }

  private func run(
    _ program: String,
    _ arguments: [String],
    _ body: @escaping @Sendable (TimedProcess) async throws -> Bool
  ) async throws -> Bool {
    var options = PlatformOptions()
    options.processGroupID = 0
    return try await Subprocess.run(
      .path(.init(program)),
      arguments: Arguments(arguments),
      platformOptions: options,
      input: .none,
      output: .discarded,
      error: .discarded
    ) { try await body(TimedProcess($0.processIdentifier)) }.closureResult
  }
}
