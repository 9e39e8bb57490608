import NotebookHTML
import Processes
import Synchronization
import Timing

/// Making what of a page does not depend on what its cells give, beside the compiler, which leaves a core
/// free.
///
/// It is not begun where nothing is compiled: what is kept is there sooner.
final class PagePreparation: Sendable {
  private let make: @Sendable () -> PreparedPage?
  private let task = Mutex<Task<PreparedPage?, Never>?>(nil)

  init(_ make: @escaping @Sendable () -> PreparedPage?) { self.make = make }

  /// Begins, the first time that it is called. Nobody waits.
  func begin() {
    task.withLock { task in
      guard task == nil else { return }
      // It waits for the script engine.
      task = Task(executorPreference: WaitingThreads.shared) { [make] in
        measured(.preparation, on: .pages) { make() }
      }
    }
  }

  /// What was made; `nil` where nothing was begun.
  var page: PreparedPage? {
    get async { await task.withLock { $0 }?.value }
  }
}
