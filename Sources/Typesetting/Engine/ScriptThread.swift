import Foundation
import Synchronization

/// A thread of its own for a script engine: the engine is made, used and ended there, one job after
/// another, whichever threads the jobs come from.
final class ScriptThread: Sendable {
  private let jobs = ScriptJobs()

  /// - Throws: what making the engine throws.
  init() throws {
    let jobs = jobs
    let start = ScriptAnswer<Void>()
    let thread = Thread {
      do {
        let engine = try ScriptEngine()
        start.give(.success(()))
        while let job = jobs.next() { autoreleased { job(engine) } }
      } catch {
        start.give(.failure(error))
      }
    }
    thread.name = "Typesetting"
    // Deeply nested formulas are deep recursions in MathJax.
    thread.stackSize = 16 << 20
    thread.start()
    try start.wait()
  }

  deinit { jobs.close() }

  /// Runs a job on the thread and waits for it.
  func run<Value: Sendable>(
    _ job: @escaping @Sendable (ScriptEngine) throws -> Value
  ) throws -> Value {
    let answer = ScriptAnswer<Value>()
    jobs.add { engine in answer.give(Result { try job(engine) }) }
    return try answer.wait()
  }

  /// Runs a job on the thread some time, without waiting.
  func start(_ job: @escaping @Sendable (ScriptEngine) -> Void) { jobs.add(job) }
}

private func autoreleased(_ body: () -> Void) {
  #if os(macOS)
    autoreleasepool(invoking: body)
  #else
    body()
  #endif
}
