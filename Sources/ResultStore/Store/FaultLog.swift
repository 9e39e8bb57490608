import Synchronization

/// Passes faults on, each once.
final class FaultLog: Sendable {
  private let pass: @Sendable (StoreFault) -> Void
  private let passed = Mutex<Set<String>>([])

  init(_ pass: @escaping @Sendable (StoreFault) -> Void) { self.pass = pass }

  /// - Parameter about: what the fault is known by; a second one of it is not passed on.
  func report(
    _ reason: StoreFault.Reason,
    _ path: String,
    about: String,
    _ message: @autoclosure () -> String
  ) {
    guard passed.withLock({ $0.insert("\(reason) \(about)").inserted }) else { return }
    pass(StoreFault(reason: reason, path: path, message: message()))
  }
}
