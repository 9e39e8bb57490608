import Dispatch
import Foundation

/// Ctrl-C and its kin: they cancel the work, which then ends its processes and removes what it has
/// half written.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Does work that a signal cancels; a second signal ends the program at once.
  /// - Returns: what the work gives, or `.interrupted`.
  static func cancelling(_ work: @escaping @Sendable () async -> ExitStatus) async -> ExitStatus {
    let task = Task { await work() }
    let sources = signals.compactMap { number -> (any DispatchSourceSignal)? in
      // What was ignored from the start, as `nohup` has it, stays ignored.
      let before = unsafeBitCast(signal(number, SIG_IGN), to: Int.self)
      if before == unsafeBitCast(SIG_IGN, to: Int.self) { return nil }
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if task.isCancelled { _exit(ExitStatus.interrupted.rawValue) }
        task.cancel()
      }
      source.resume()
      return source
    }
    let status = await task.value
    for source in sources { source.cancel() }
    return task.isCancelled ? .interrupted : status
  }
}
