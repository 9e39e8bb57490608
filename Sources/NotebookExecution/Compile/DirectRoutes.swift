import Synchronization

/// The direct routes that are known, by the flags and imports that they belong to.
final class DirectRoutes: Sendable {
  /// What decides about a route.
  struct Key: Sendable, Hashable {
    var flags: [String]
    var modules: Set<String>
  }

  private let routes = Mutex<[Key: DirectRoute]>([:])

  subscript(key: Key) -> DirectRoute? {
    get { routes.withLock { $0[key] } }
    set { routes.withLock { $0[key] = newValue } }
  }
}
