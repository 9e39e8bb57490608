import ResultStore

/// Sees to it that equal programs of several notebooks are not made side by side: the first that comes is
/// made, and the others find what came of it.
actor ProgramTurns {
  /// Those who wait for their turn, by the keys of which one is being made.
  private var waiting: [StoreKey: [(ticket: Int, turn: CheckedContinuation<Bool, Never>)]] = [:]
  private var tickets = 0
  /// What was made and kept since the beginning, which serves also where earlier results are not wanted.
  private var made: Set<StoreKey> = []

  /// Waits until nobody else makes a program.
  /// - Returns: whether it was made and kept since the beginning.
  /// - Throws: `CancellationError`, if the task is cancelled while it waits.
  func begin(_ key: StoreKey) async throws -> Bool {
    guard await turn(key) else { throw CancellationError() }
    return made.contains(key)
  }

  /// Passes the turn on. Whoever has begun must end.
  func end(_ key: StoreKey, isKept: Bool) {
    if isKept { made.insert(key) }
    passOn(key)
  }

  private func turn(_ key: StoreKey) async -> Bool {
    guard waiting[key] != nil else {
      waiting[key] = []
      return true
    }
    tickets += 1
    let ticket = tickets
    return await withTaskCancellationHandler {
      await withCheckedContinuation { waiting[key]?.append((ticket, $0)) }
    } onCancel: {
      Task { await self.giveUp(key, ticket) }
    }
  }

  private func passOn(_ key: StoreKey) {
    guard let first = waiting[key]?.first else {
      waiting[key] = nil
      return
    }
    waiting[key]?.removeFirst()
    first.turn.resume(returning: true)
  }

  private func giveUp(_ key: StoreKey, _ ticket: Int) {
    guard let index = waiting[key]?.firstIndex(where: { $0.ticket == ticket }) else { return }
    waiting[key]?.remove(at: index).turn.resume(returning: false)
  }
}
