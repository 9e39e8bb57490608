import Foundation
import Synchronization

/// What a ``ScriptThread`` has yet to do.
final class ScriptJobs: Sendable {
  typealias Job = @Sendable (ScriptEngine) -> Void

  private let waiting = Mutex<[Job?]>([])
  private let count = DispatchSemaphore(value: 0)

  func add(_ job: @escaping Job) { append(job) }

  /// Nothing follows what has been added.
  func close() { append(nil) }

  private func append(_ job: Job?) {
    waiting.withLock { $0.append(job) }
    count.signal()
  }

  /// Waits for the next job; `nil` at the end.
  func next() -> Job? {
    count.wait()
    return waiting.withLock { $0.removeFirst() }
  }
}

/// The result of a job, for the thread that waits for it.
final class ScriptAnswer<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let isGiven = DispatchSemaphore(value: 0)

  func give(_ value: Result<Value, any Error>) {
    result.withLock { $0 = value }
    isGiven.signal()
  }

  func wait() throws -> Value {
    isGiven.wait()
    guard let result = result.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
  }
}
