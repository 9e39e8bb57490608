import Dispatch

/// Threads for work that has to wait for something outside the program: a process, the script engine, git.
///
/// Swift's own threads are as many as there are cores, and the system's shared queue starts another for one
/// that waits only after a second: whoever waited there would hold up all others. Here each piece of work
/// has a thread at once. How many pieces there are is for those to bound who start them.
package final class WaitingThreads: TaskExecutor {
  package static let shared = WaitingThreads()

  private init() {}

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    Self.start { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }

  /// Does something on a thread that it may keep waiting, and goes on meanwhile.
  package static func start(_ work: @escaping @Sendable () -> Void) {
    // A queue that serves no other work has a thread of its own.
    DispatchQueue(label: "Lectern.waiting", qos: .userInitiated).async(execute: work)
  }

  /// Does something on a thread that it may keep waiting, while other tasks go on.
  package static func result<Value: Sendable>(
    of work: @escaping @Sendable () -> Value
  ) async -> Value {
    await withCheckedContinuation { continuation in
      start { continuation.resume(returning: work()) }
    }
  }
}
