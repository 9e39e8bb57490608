/// A store of earlier results, and what may be done with it.
public struct StoreUse: Sendable {
  /// The store.
  public var store: ResultStore
  /// Whether earlier results are used.
  public var reads: Bool
  /// Whether a result that is not there must not be made.
  public var isFrozen: Bool

  /// - Parameters:
  ///   - store: the store.
  ///   - reads: whether earlier results are used.
  ///   - isFrozen: whether a result that is not there must not be made.
  public init(_ store: ResultStore, reads: Bool = true, isFrozen: Bool = false) {
    self.store = store
    self.reads = reads
    self.isFrozen = isFrozen
  }
}
