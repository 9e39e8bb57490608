import Synchronization

/// Passes troubles on, each once.
final class TroubleLog: Sendable {
  private let pass: @Sendable (StoreTrouble) -> Void
  private let passed = Mutex<Set<String>>([])

  init(_ pass: @escaping @Sendable (StoreTrouble) -> Void) { self.pass = pass }

  /// - Parameter about: what the trouble is known by; a second one of it is not passed on.
  func report(
    _ reason: StoreTrouble.Reason,
    _ path: String,
    about: String,
    _ message: @autoclosure () -> String
  ) {
    guard passed.withLock({ $0.insert("\(reason) \(about)").inserted }) else { return }
    pass(StoreTrouble(reason: reason, path: path, message: message()))
  }
}
