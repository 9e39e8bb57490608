import Synchronization

/// Results of earlier runs, kept in a folder under the content that determines them.
///
/// 1. A caller gathers ``KeyParts`` and asks for the result of their key (`read`).
/// 2. Where there is none, it makes the result and keeps it (`write`).
/// 3. At the end of a run it lets the least recently used results go (`prune`).
///
/// Nothing that happens to the folder makes a run fail or gives a wrong result: an entry that is
/// not whole counts as missing, and what cannot be written is not kept. Each fault is reported
/// once. Several processes, also of several machines, may use one folder at once, without locks: an
/// entry is written aside and then moved to its place.
///
///     objects/ab/cdef…   the entries
///     parts/             files that are being written
///     usage              about how much the store holds
///     lectern-store      the mark: a folder that has other content and no mark is left alone
///     CACHEDIR.TAG, .gitignore
public final class ResultStore: Sendable {
  /// How many bytes it may hold, as the disk counts them, in blocks of 4 KiB.
  public let limit: Int
  /// Whether it only gives results and changes nothing in the folder.
  public let isReadOnly: Bool
  /// Signs what is written, and must have signed what is read; `nil` where nobody does.
  let signer: StoreSigner?

  let folder: StoreFolder
  let faults: FaultLog
  /// What was written since it was last accounted for.
  let written = Atomic(0)
  /// The entries that were not read because of their signature.
  let strange = Mutex<Set<StoreKey>>([])

  /// Opens a store; a folder that is missing is made when the first result is kept.
  /// - Parameters:
  ///   - folder: its path.
  ///   - limit: how many bytes it may hold.
  ///   - isReadOnly: whether to change nothing in the folder.
  ///   - signer: signs what is written, and must have signed what is read; `nil` where nobody does.
  ///   - report: is told of each fault once, on whatever thread meets it.
  public init(
    folder: String,
    limit: Int,
    isReadOnly: Bool = false,
    signer: StoreSigner? = nil,
    report: @escaping @Sendable (StoreFault) -> Void
  ) {
    self.limit = limit
    self.isReadOnly = isReadOnly
    self.signer = signer
    faults = FaultLog(report)
    self.folder = StoreFolder(folder, faults)
  }

  /// How many results there were that are not signed, or with another secret, and so count as missing.
  public var strangeCount: Int { strange.withLock { $0.count } }

  /// The path of its folder.
  public var path: String { layout.root }

  var layout: Layout { folder.layout }
}
