import Processes
import Synchronization

/// What does not depend on what the cells give, made beside the compiler, which leaves a core free.
///
/// It is not begun where nothing is compiled: what is kept is there sooner.
final class Preparation<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value?
  private let task = Mutex<Task<Value?, Never>?>(nil)

  /// - Parameter make: makes it, on a thread of its own, where it may wait for the script engine; `nil` for nothing.
  init(_ make: @escaping @Sendable () -> Value?) { self.make = make }

  /// Begins, the first time that it is called. Nobody waits.
  func begin() {
    task.withLock { task in
      guard task == nil else { return }
      task = Task(executorPreference: WaitingThreads.shared) { [make] in make() }
    }
  }

  /// What was made; `nil` where nothing was begun.
  var value: Value? {
    get async { await task.withLock { $0 }?.value }
  }
}
