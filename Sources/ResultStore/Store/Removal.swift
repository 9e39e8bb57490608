/// What was removed from a store.
public struct Removal: Hashable, Sendable {
  /// The number of results.
  public var count = 0
  /// Their size on the disk, in blocks of 4 KiB.
  public var bytes = 0
}
