import Foundation
import NotebookProject
import Processes

/// The work of a command, from the first file that is read to the exit status.
enum CommandWork {
  /// Does the work. Where nobody reads any more what it tells, the program ends as after a signal; and
  /// however it ends, no line of progress is left on the terminal, and no process that a cell started.
  ///
  /// - Parameters:
  ///   - terminal: where the work tells what came of it.
  ///   - isReport: whether what it tells is what it is done for.
  ///   - work: the work.
  static func status(
    on terminal: Terminal,
    isReport: Bool = true,
    _ work: () async -> JobStatus
  ) async -> JobStatus {
    let lines = Leftovers.note { terminal.progress.abandon() }
    defer { Leftovers.forget(lines) }
    terminal.log.whenClosed { EndingSignals.end(with: JobStatus.inputOutput.exitCode) }
    if isReport || !terminal.isQuiet { terminal.log.watch(STDOUT_FILENO) }
    let status = await work()
    EndingSignals.waitIfEnding()
    EndingSignals.endProcesses()
    terminal.progress.finish()
    // Pages are worth having even if nobody can be told about them.
    return isReport || terminal.log.fault == .closed ? terminal.ending(status) : status
  }
}
