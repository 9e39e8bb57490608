#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The collections whose order means nothing, of which the recorder has not told yet.
final class UnorderedNotes: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private var known: Set<[String]> = []
  private var waiting: [[String]] = []
  private var bytes = 0

  /// Beyond so much nothing more is noted: then the order is that in which a collection came.
  private static let most = 4 << 20

  init() {
    lock = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
  }

  /// Adds one by its elements, once of equal ones.
  func add(_ elements: [String]) {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    guard bytes < Self.most, known.insert(elements).inserted else { return }
    bytes += elements.reduce(0) { $0 + $1.utf8.count }
    waiting.append(elements)
  }

  /// Those that were added since they were last taken.
  func take() -> [[String]] {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    defer { waiting = [] }
    return waiting
  }
}
