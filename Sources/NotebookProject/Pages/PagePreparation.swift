import Foundation
import NotebookHTML
import Synchronization
import Timing

/// Making what of a page does not depend on what its cells give, beside the compiler, which leaves a core
/// free.
///
/// It is not begun where nothing is compiled: what is kept is there sooner.
final class PagePreparation: Sendable {
  private let make: @Sendable () -> PreparedPage
  private let task = Mutex<Task<PreparedPage, Never>?>(nil)

  init(_ make: @escaping @Sendable () -> PreparedPage) { self.make = make }

  /// Begins, the first time that it is called. Nobody waits.
  func begin() {
    task.withLock { task in
      guard task == nil else { return }
      task = Task { [make] in
        await beside { measured(.preparation, on: .pages) { make() } }
      }
    }
  }

  /// What was made; `nil` where nothing was begun.
  var page: PreparedPage? {
    get async { await task.withLock { $0 }?.value }
  }
}

/// Does what waits for the script engine, which must not hold up other tasks, on a thread that these do not
/// need.
func beside<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
  await withCheckedContinuation { continuation in
    let place = Timeline.place
    DispatchQueue.global(qos: .userInitiated).async {
      Timeline.$place.withValue(place) { continuation.resume(returning: work()) }
    }
  }
}
