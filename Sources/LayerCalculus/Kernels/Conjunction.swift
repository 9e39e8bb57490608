/// What several threads find to hold unless one of them finds that it does not.
final class Conjunction: Sendable {
  private let lock = Lock()
  nonisolated(unsafe) private(set) var holds = true

  func refute() { lock.holding { holds = false } }
}
