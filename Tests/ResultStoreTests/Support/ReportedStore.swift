import ResultStore
import Synchronization
import TestSupport

/// The troubles that a store has reported.
final class Troubles: Sendable {
  private let list = Mutex<[StoreFault]>([])

  var all: [StoreFault] { list.withLock { $0 } }
  var reasons: [StoreFault.Reason] { all.map(\.reason) }

  func add(_ trouble: StoreFault) { list.withLock { $0.append(trouble) } }
}

extension ResultStore {
  /// A store for a test.
  convenience init(
    _ folder: ScratchFolder,
    limit: Int = 1 << 30,
    isReadOnly: Bool = false,
    signer: StoreSigner? = nil,
    _ troubles: Troubles = Troubles()
  ) {
    self.init(folder: folder.store, limit: limit, isReadOnly: isReadOnly, signer: signer) {
      troubles.add($0)
    }
  }
}
