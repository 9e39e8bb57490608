import Files
import Foundation
import Processes
import Subprocess
import Synchronization

/// The program `swift`, as the package manager of one package.
struct PackageTool: Sendable {
  /// The path of `swift`.
  let program: String
  /// The package's folder, from the root.
  let folder: String
  /// Where the package is built; `nil` for its `.build`.
  private let scratch: String?

  /// Where the package is built.
  var buildPlace: String { scratch ?? Paths.join(folder, ".build") }

  /// What the program printed.
  struct Output: Sendable {
    var text: String
    var errors: String
    var isSuccess: Bool
  }

  /// - Parameters:
  ///   - program: the path of `swift`; `nil` takes the one beside the first `swiftc` on the `PATH`,
  ///     else the first on the `PATH`.
  ///   - folder: the package's folder.
  ///   - scratch: where the package is built; `nil` for its `.build`.
  init?(program: String?, folder: String, scratch: String? = nil) {
    let beside = Toolchain.find("swiftc").map {
      URL(filePath: $0).deletingLastPathComponent().appending(path: "swift").path
    }
    let candidates = program.map { [$0] } ?? [beside, Toolchain.find("swift")].compactMap { $0 }
    guard let found = candidates.first(where: Toolchain.isProgram) else { return nil }
    self.program = found
    self.folder = folder
    self.scratch = scratch
  }

  /// Builds the package, in the same way as `swift build` does, so that neither build undoes the
  /// other's.
  func build() async throws -> Output { try await run(Self.build, in: folder) }

  /// Asks for the folder of what was built.
  func buildFolder() async throws -> Output {
    try await run(Self.build + ["--show-bin-path"], in: folder)
  }

  /// Asks for what a manifest says, as JSON.
  /// - Parameter folder: the folder of this or another package.
  func manifest(in folder: String) async throws -> Output {
    try await run(["package", "dump-package"], in: folder)
  }

  // The build system whose description of a build is read.
  private static let build = ["build", "--build-system", "native", "--configuration", "debug"]

  /// Runs the program to its end. A task that is cancelled ends it, and all that it started.
  private func run(_ arguments: [String], in folder: String) async throws -> Output {
    try await TemporaryFolder.with(in: nil) { temporary in
      let locks = PackageLocks(
        on: buildPlace,
        linkedInto: temporary.url.path
      )
      let ticket = Leftovers.note { locks.removeNew() }
      defer {
        locks.removeNew()
        Leftovers.forget(ticket)
      }
      return try await run(arguments, in: folder, temporary)
    }
  }

  private func run(
    _ arguments: [String],
    in folder: String,
    _ temporary: TemporaryFolder
  ) async throws -> Output {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      // Interrupted, it ends the compilers that it started and leaves its records whole.
      .send(signal: .interrupt, toProcessGroup: true, allowedDurationToNextStep: .seconds(2))
    ]
    let places = ["--package-path", folder] + (scratch.map { ["--scratch-path", $0] } ?? [])
    let command = Array(arguments.prefix(1)) + places + arguments.dropFirst()
    let leader = Mutex<pid_t?>(nil)
    defer {
      if Task.isCancelled, let leader = leader.withLock({ $0 }) {
        ProcessSession(leader: leader).end()
      }
    }
    let configuration = Configuration(
      executable: .path(.init(program)),
      arguments: Arguments(command),
      environment: ToolEnvironment.environment(in: temporary.url.path, cache: temporary["cache"]),
      platformOptions: options
    )
    let result = try await StartedProcess.run { isThere in
      try await Subprocess.run(
        configuration,
        input: .none,
        output: .string(limit: 64 << 20),
        error: .string(limit: 64 << 20)
      ) { execution in
        isThere()
        leader.withLock { $0 = execution.processIdentifier.value }
      }
    }
    try Task.checkCancellation()
    return Output(
      text: result.standardOutput,
      errors: result.standardError,
      isSuccess: result.terminationStatus.isSuccess
    )
  }
}
