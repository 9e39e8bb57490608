/// Work that is done once for all who ask for its value, and given up when none of them waits for it
/// any more.
actor SharedWork<Value: Sendable> {
  private let work: @Sendable () async -> Value?
  private var value: Value?
  private var running: Task<Void, Never>?
  private var waiting: [Int: CheckedContinuation<Value?, Never>] = [:]
  private var asked = 0

  /// - Parameter work: gives the value, or `nil` where its task was cancelled before there was one.
  init(_ work: @escaping @Sendable () async -> Value?) {
    self.work = work
  }

  /// How many wait for the value.
  var waiters: Int { waiting.count }

  /// The value, or `nil` where the task that asks is cancelled. The last who gives up waits until the
  /// work has ended.
  func finished() async -> Value? {
    while !Task.isCancelled {
      if let value { return value }
      let ticket = asked
      asked += 1
      if running == nil {
        running = Task { end(with: await work()) }
      }
      let result = await withTaskCancellationHandler {
        await withCheckedContinuation { waiting[ticket] = $0 }
      } onCancel: {
        Task { await leave(ticket) }
      }
      if let result { return result }
    }
    return nil
  }

  private func end(with value: Value?) {
    self.value = value
    running = nil
    let all = waiting.values
    waiting = [:]
    for continuation in all { continuation.resume(returning: value) }
  }

  private func leave(_ ticket: Int) {
    guard let continuation = waiting[ticket] else { return }
    if waiting.count == 1 {
      running?.cancel()
    } else {
      waiting[ticket] = nil
      continuation.resume(returning: nil)
    }
  }
}
