import Foundation
import ResultStore
import Synchronization

/// The direct routes that are known, by the flags and imports that they belong to: those of this run, and
/// those that are kept from earlier ones.
final class DirectRoutes: Sendable {
  /// What decides about a route.
  struct Key: Sendable, Hashable {
    var flags: [String]
    var modules: Set<String>
  }

  private let routes = Mutex<[Key: DirectRoute]>([:])
  private let toolchain: Toolchain
  private let use: StoreUse?

  /// - Parameters:
  ///   - toolchain: what the routes lead through.
  ///   - use: where they are kept; `nil` for nowhere.
  init(_ toolchain: Toolchain = .none, _ use: StoreUse? = nil) {
    self.toolchain = toolchain
    self.use = use
  }

  /// A route, if it is known. One that does not lead to its end any more is learned anew.
  subscript(key: Key) -> DirectRoute? {
    if let route = routes.withLock({ $0[key] }) { return route }
    guard let route = memo(key).found() else { return nil }
    routes.withLock { $0[key] = route }
    return route
  }

  func learn(_ route: DirectRoute, for key: Key) {
    routes.withLock { $0[key] = route }
    memo(key).keep(route)
  }

  private func memo(_ key: Key) -> Memo<DirectRoute> {
    let kind = ResultKind("compiler call", version: 2)
    return Memo(kind, in: use, .json) { [toolchain] in
      var parts = KeyParts(kind: kind)
      parts.add(.toolchain, texts: [toolchain.compiler, toolchain.identity])
      parts.add(.system, ProcessInfo.processInfo.environment["SDKROOT"] ?? "")
      parts.add(.flags, texts: key.flags)
      parts.add(.modules, texts: key.modules.sorted())
      return parts
    }
  }
}
