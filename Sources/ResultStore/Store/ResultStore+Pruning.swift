import Files
import Synchronization

extension ResultStore {
  /// Drops the least recently used results where the store has grown past its limit, until it holds
  /// four fifths of it.
  ///
  /// It is meant for the end of a run. Where nothing was written it does nothing, and otherwise it
  /// reads one small file, unless the store is due to be counted. A long run prunes by itself.
  /// - Parameter thoroughly: whether to count in any case.
  @discardableResult
  public func prune(thoroughly: Bool = false) -> Removal {
    guard !isReadOnly, folder.isOurs else { return Removal() }
    let added = written.exchange(0, ordering: .relaxed)
    guard thoroughly || added > 0 else { return Removal() }
    let now = Moment.now
    if !thoroughly, let usage = Usage(of: layout), usage.isFresh(at: now),
      usage.total + added <= limit, (try? Usage.add(added, to: layout)) != nil
    {
      return Removal()
    }
    removeAbandonedParts(at: now)
    var inventory = Inventory(of: layout, at: now)
    guard inventory.total > limit else {
      record(inventory.total, at: now)
      return Removal()
    }
    let removal = remove(from: &inventory) { $0.total > limit / 5 * 4 }
    record(inventory.total, at: now)
    return removal
  }

  /// Removes all results, or those that were not used for some time.
  ///
  /// The folder and its mark stay.
  /// - Parameter age: how long a result was not used; `nil` for all results. The use of a result
  ///   is noted once an hour.
  /// - Returns: how many went, and their size.
  @discardableResult
  public func clean(olderThan age: Duration? = nil) -> Removal {
    guard !isReadOnly, folder.isOurs else { return Removal() }
    let now = Moment.now
    removeAbandonedParts(at: now)
    var inventory = Inventory(of: layout, at: now)
    if let age {
      inventory.items.removeAll { item in item.age.map { $0 < age } ?? false }
    }
    let removal = remove(from: &inventory) { _ in true }
    record(inventory.total, at: now)
    return removal
  }

  /// Removes the first entries, as long as there is need.
  private func remove(from inventory: inout Inventory, while need: (Inventory) -> Bool) -> Removal {
    var removal = Removal()
    for item in inventory.items {
      guard need(inventory) else { break }
      do throws(SystemFault) {
        try Folder.remove(item.path)
      } catch {
        faults.report(
          .cannotRemove,
          item.path,
          about: "\(error.code)",
          "The kept result \(item.path) cannot be removed (\(error.reason))."
        )
        continue
      }
      inventory.total -= item.status.room
      removal.count += 1
      removal.bytes += item.status.room
    }
    return removal
  }

  /// Removes what killed writers have left; a living one moves its file within seconds.
  private func removeAbandonedParts(at now: Moment) {
    let parts = (try? Folder.content(of: layout.parts, where: TemporaryName.isOne)) ?? []
    for part in parts where part.status.isRegular {
      let age = part.status.time.age(at: now)
      guard age.map({ $0 >= .seconds(3600) }) ?? true else { continue }
      try? Folder.remove(layout.parts + "/" + part.name)
    }
  }

  private func record(_ total: Int, at now: Moment) {
    // Where it cannot be written, the store is counted again the next time.
    try? Usage.write(total, at: now, to: layout)
  }
}
