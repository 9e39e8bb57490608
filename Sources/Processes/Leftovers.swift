import Foundation
import Synchronization

/// What must not be left when the program is ended from outside: temporary files and folders, files that
/// are being written, lines of progress on a terminal.
///
/// Whatever thread made them may be anywhere then, in a loop that never ends or in a call of the system
/// that waits. So they are noted here, and ``EndingSignals`` removes them without its help.
package enum Leftovers {
  /// Stands for something that was noted.
  package struct Ticket: Sendable {
    fileprivate var number: Int
  }

  private struct State {
    var isEnding = false
    var steps = 0
    var count = 0
    var removals: [Int: @Sendable () -> Void] = [:]
  }

  private static let state = Mutex(State())

  /// Notes a file or folder, which is removed with all that is in it.
  package static func note(_ path: String) -> Ticket { note { remove(path) } }

  /// Notes what is to be done so that nothing is left.
  package static func note(_ removal: @escaping @Sendable () -> Void) -> Ticket {
    state.withLock { state in
      state.count += 1
      state.removals[state.count] = removal
      return Ticket(number: state.count)
    }
  }

  /// Takes note that something is no longer there, or is to stay.
  package static func forget(_ ticket: Ticket) {
    state.withLock { $0.removals[ticket.number] = nil }
  }

  /// Whether the program is being ended. What comes of work from then on counts for nothing: its
  /// processes are killed.
  package static var isEnding: Bool { state.withLock { $0.isEnding } }

  /// From now on no ``UnbrokenStep`` begins.
  static func beginEnding() { state.withLock { $0.isEnding = true } }

  /// Whether a step has begun that has not ended.
  static var hasSteps: Bool { state.withLock { $0.steps > 0 } }

  /// Removes all that is noted.
  static func removeAll() {
    for removal in state.withLock({ $0.removals }).values { removal() }
  }

  fileprivate static func beginStep() -> Bool {
    state.withLock { state in
      guard !state.isEnding else { return false }
      state.steps += 1
      return true
    }
  }

  fileprivate static func endStep() { state.withLock { $0.steps -= 1 } }

  private static func remove(_ path: String) {
    // A thread may write into a folder while it is removed.
    for _ in 0..<100 {
      try? FileManager.default.removeItem(atPath: path)
      var status = stat()
      if lstat(path, &status) != 0 { return }
    }
  }
}

/// A short step that is done whole before the program is ended, or is not begun: making something and
/// noting it, starting a process, putting a file in its place.
package final class UnbrokenStep: Sendable {
  private let isOver = Mutex(false)

  /// - Returns: `nil` where the program is being ended.
  package init?() {
    guard Leftovers.beginStep() else { return nil }
  }

  /// The step is done; further calls do nothing.
  package func end() {
    let isFirst = isOver.withLock { isOver in
      defer { isOver = true }
      return !isOver
    }
    if isFirst { Leftovers.endStep() }
  }

  deinit { end() }
}
