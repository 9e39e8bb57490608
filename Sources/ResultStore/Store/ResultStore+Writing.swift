import Files
import Synchronization

extension ResultStore {
  /// Keeps a result, in place of an earlier one of the key.
  /// - Returns: whether it is kept; a failure is reported and has no other consequence.
  @discardableResult
  public func write(_ result: [UInt8], for key: StoreKey) -> Bool {
    guard !isReadOnly else { return false }
    let room = FileStatus.room(for: Entry.size(of: result, isSigned: signer != nil))
    guard result.count <= Entry.largest, room <= limit else {
      faults.report(
        .tooLarge,
        layout.root,
        about: key.kind.name,
        "A \(key.kind.name) of \(result.count) bytes is not kept, as the folder for earlier "
          + "results, \(layout.root), may hold \(limit)."
      )
      return false
    }
    do throws(SystemFault) {
      guard try folder.prepare() else { return false }
      do throws(SystemFault) {
        try place(result, for: key)
      } catch {
        // Someone has removed the folder or a part of it since it was made.
        guard error.isAbsence || error.isObstacle else { throw error }
        guard try folder.prepare(again: true) else { return false }
        try place(result, for: key)
      }
    } catch {
      reportWriting(error)
      return false
    }
    account(for: room)
    return true
  }

  /// Writes aside, and then puts the file in its place.
  ///
  /// The disk is not waited for: an entry that a power cut tears does not match its digest.
  private func place(_ result: [UInt8], for key: StoreKey) throws(SystemFault) {
    let file = try PartialFile(at: layout.newPart())
    try file.write(Entry.header(of: result, for: key, signer))
    try file.write(result)
    // Mostly the first entry of its folder, which is made then.
    try file.place(at: layout.entry(key)) { () throws(SystemFault) in try self.clearWay(to: key) }
  }

  private func reportWriting(_ fault: SystemFault) {
    faults.report(
      .cannotWrite,
      layout.root,
      about: "\(fault.code)",
      "Results cannot be kept in \(layout.root) (\(fault.reason)); they are made anew each time."
    )
  }

  /// Notes what was written, and prunes now and then, so that a long run stays within the limit.
  private func account(for room: Int) {
    let total = written.add(room, ordering: .relaxed).newValue
    if total > max(limit / 16, 1 << 20) { prune() }
  }
}
