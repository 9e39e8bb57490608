import Dispatch
import Foundation

/// Ctrl-C and its kin: they cancel the work, which then ends its processes and removes what it has
/// half written.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Does work that a signal cancels; a second signal ends the program at once. However it ends, no
  /// line of progress is left on the terminal.
  ///
  /// - Parameters:
  ///   - terminal: where the work tells what came of it.
  ///   - isReport: whether what it tells is what it is done for.
  ///   - work: the work.
  /// - Returns: what the work gives, or `.interrupted`.
  static func cancelling(
    on terminal: Terminal,
    isReport: Bool = true,
    _ work: @escaping @Sendable () async -> ExitStatus
  ) async -> ExitStatus {
    let task = Task { await work() }
    terminal.log.whenClosed { task.cancel() }
    let sources = signals.compactMap { number -> (any DispatchSourceSignal)? in
      // What was ignored from the start, as `nohup` has it, stays ignored.
      let before = unsafeBitCast(signal(number, SIG_IGN), to: Int.self)
      if before == unsafeBitCast(SIG_IGN, to: Int.self) { return nil }
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if task.isCancelled {
          terminal.progress.abandon()
          _exit(ExitStatus.interrupted.rawValue)
        }
        task.cancel()
      }
      source.resume()
      return source
    }
    let status = await task.value
    terminal.progress.finish()
    for source in sources { source.cancel() }
    if terminal.log.fault == .closed { return terminal.ending(status) }
    if task.isCancelled { return .interrupted }
    // Pages are worth having even if nobody can be told about them.
    return isReport ? terminal.ending(status) : status
  }
}
