import Files

extension ResultStore {
  /// The result that is kept for a key.
  ///
  /// Its use is noted, at most once an hour, so that it is among the last to be dropped.
  /// - Returns: the bytes as they were written, or `nil` where there are none that are whole.
  public func read(_ key: StoreKey) -> [UInt8]? {
    guard folder.isReadable else { return nil }
    let path = layout.entry(key)
    do throws(EntryFault) {
      let file = try open(path)
      let (result, lastUse) = try Entry.read(file, for: key, signer)
      if !isReadOnly { note(lastUse, file) }
      return result
    } catch {
      if case .unreadable(let fault) = error, fault.isAbsence { return nil }
      if error.isOfStranger { _ = strange.withLock { $0.insert(key) } }
      condemn(path, of: key, error)
      return nil
    }
  }

  private func open(_ path: String) throws(EntryFault) -> OpenFile {
    do throws(SystemFault) {
      return try OpenFile(reading: path)
    } catch {
      throw .unreadable(error)
    }
  }

  private func note(_ lastUse: Moment, _ file: borrowing OpenFile) {
    let age = lastUse.age(at: .now)
    guard age.map({ $0 >= .seconds(3600) }) ?? true else { return }
    // Someone else's file may be read but not touched; it is only dropped sooner then.
    try? file.touch()
  }

  private func condemn(_ path: String, of key: StoreKey, _ fault: EntryFault) {
    var fate = "it is made anew"
    if fault.condemnsFile, !isReadOnly, folder.isOurs {
      do throws(SystemFault) {
        try remove(key)
      } catch {
        fate = "it cannot be removed (\(error.reason)) and is made anew"
      }
    }
    var about = path
    // A fault of the whole folder or the process meets every entry.
    if case .unreadable(let fault) = fault { about = "\(fault.code)" }
    faults.report(
      .badEntry,
      path,
      about: about,
      "The kept \(key.kind.name) \(path) \(fault.predicate); \(fate)."
    )
  }

  /// Removes what lies at an entry's place or in the way to it.
  private func remove(_ key: StoreKey) throws(SystemFault) {
    do throws(SystemFault) {
      try Folder.remove(layout.entry(key))
    } catch {
      guard error.isObstacle else { throw error }
      try clearWay(to: key)
    }
  }

  /// Makes the folders that an entry lies in, and removes a folder in its own place.
  func clearWay(to key: StoreKey) throws(SystemFault) {
    try Folder.makeInPlace(layout.objects)
    try Folder.makeInPlace(layout.fan(of: key))
    let status = try? FileStatus(of: layout.entry(key))
    if status?.isFolder == true { try Folder.remove(layout.entry(key)) }
  }
}
