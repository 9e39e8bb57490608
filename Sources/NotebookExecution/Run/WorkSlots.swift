import Foundation
import Timing

/// Room for so many processes at a time: more than there are cores would only slow each other.
actor WorkSlots {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { free = count }

  /// Runs a body when there is room for it.
  nonisolated func run<Result: Sendable>(
    _ body: () async throws -> Result
  ) async rethrows -> Result {
    await measured(.waiting) { await enter() }
    do {
      let result = try await body()
      await leave()
      return result
    } catch {
      await leave()
      throw error
    }
  }

  private func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  private func leave() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
