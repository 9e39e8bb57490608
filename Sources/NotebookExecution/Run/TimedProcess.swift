import Foundation
import Processes
import Subprocess

/// A process that may run only for so long.
///
/// Its time counts from its start, and whether it ended in time is asked of the system: work that waits for
/// a thread of this program, while others are busy, is not the process' own.
package struct TimedProcess: Sendable {
  private let id: pid_t
  /// What is readable once the process has ended; negative where the system has no such thing.
  private let descriptor: Int32

  /// - Parameter process: a child of this process that leads a group of its own.
  package init(_ process: ProcessIdentifier) {
    id = process.value
    #if os(Linux)
      descriptor = process.processDescriptor
    #else
      descriptor = -1
    #endif
  }

  /// Waits until the process has ended, and ends it and its group where that takes longer.
  /// - Returns: whether it ended by itself.
  package func ends(within time: Duration) async -> Bool {
    let last = ContinuousClock.now + time
    return await WaitingThreads.result {
      let isInTime = waits(until: last)
      if !isInTime { kill(-id, SIGKILL) }
      return isInTime
    }
  }

  private func waits(until last: ContinuousClock.Instant) -> Bool {
    while true {
      // Asked after the clock: what is heard late is in time.
      let rest = last - .now
      if hasEnded { return true }
      if rest <= .zero { return false }
      let nap: Duration = descriptor < 0 ? .milliseconds(10) : .seconds(3600)
      let wait = Int32(min(rest, nap) / .milliseconds(1)) + 1
      var ended = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(&ended, 1, wait)
    }
  }

  /// Whether it has ended, and has been waited for or not.
  private var hasEnded: Bool {
    var info = siginfo_t()
    let isChild = waitid(P_PID, id_t(id), &info, WEXITED | WNOWAIT | WNOHANG) == 0
    return !isChild || info.si_signo != 0
  }
}
