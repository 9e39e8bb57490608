import Processes

/// Starting processes in such a way that none is out of sight when the program is ended.
package enum StartedProcess {
  /// Runs a body that starts a process.
  /// - Parameter body: is given what it calls as soon as the process is there.
  /// - Throws: `CancellationError` where the program is being ended.
  package static func run<Result>(
    _ body: (_ isThere: @escaping @Sendable () -> Void) async throws -> Result
  ) async throws -> Result {
    guard let step = UnbrokenStep() else { throw CancellationError() }
    defer { step.end() }
    return try await body { step.end() }
  }
}
