import Files

extension Fingerprint {
  /// The digest of what lies at a path: a file's content, or the names and contents of all that a
  /// folder holds, but for what is hidden.
  /// - Returns: `nil` where nothing can be read, or too much.
  public init?(at path: String) { try? self.init(reading: path) }

  /// The digest of what lies at a path: a file's content, or the names and contents of all that a
  /// folder holds, but for what is hidden. What can be read nowhere within a folder counts by its name.
  ///
  /// - Parameters:
  ///   - path: the path.
  ///   - limit: how much may be read.
  public init(reading path: String, within limit: ReadingLimit = ReadingLimit())
    throws(ReadingFault)
  {
    let status: FileStatus
    do throws(SystemFault) {
      status = try FileStatus(of: path, followingLinks: true)
    } catch {
      throw error.isNowhere ? .missing : .refused(error.reason)
    }
    if let other = status.otherKind { throw .isOther(other) }
    var reading = TreeReading(limit: limit)
    guard let found = try reading.digest(of: path, within: []) else {
      throw .refused("it cannot be read to its end")
    }
    self = found
  }

  /// The digest of a file's content.
  /// - Returns: `nil` for what is not a regular file or cannot be read to its end.
  public init?(ofFile path: String) {
    let found = try? Self.ofFile(path) { () throws(ReadingFault) in }
    guard let found = found ?? nil else { return nil }
    self = found
  }

  /// - Parameter check: is called between pieces of the file.
  /// - Returns: `nil` for what is not a regular file or cannot be read to its end.
  fileprivate static func ofFile(
    _ path: String,
    check: () throws(ReadingFault) -> Void
  ) throws(ReadingFault) -> Fingerprint? {
    guard let file = try? OpenFile(reading: path, followingLinks: true),
      (try? file.status())?.isRegular == true
    else { return nil }
    var builder = Builder()
    var piece = [UInt8](repeating: 0, count: 1 << 17)
    while true {
      try check()
      let count = piece.withUnsafeMutableBufferPointer { buffer in
        try? file.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      guard let count else { return nil }
      guard count > 0 else { return builder.fingerprint }
      piece.withUnsafeBytes { builder.add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }
}

/// Reads files and folders until a limit.
private struct TreeReading {
  let limit: ReadingLimit
  private var count = 0

  init(limit: ReadingLimit) { self.limit = limit }

  /// - Parameter outer: the folders that are being digested, by their numbers, as a link may lead back
  ///   into one of them.
  /// - Returns: `nil` where nothing can be read.
  mutating func digest(
    of path: String,
    within outer: [UInt64]
  ) throws(ReadingFault) -> Fingerprint? {
    count += 1
    if count > limit.count { throw .tooMany(limit.count) }
    try check()
    if let file = try Fingerprint.ofFile(path, check: check) { return file }
    guard let number = try? FileStatus(of: path, followingLinks: true).number,
      !outer.contains(number),
      let content = try? Folder.content(of: path, where: FileTree.isShown)
    else { return nil }
    var list: [UInt8] = []
    for name in content.map(\.name).sorted() {
      let inner = try digest(of: path + "/" + name, within: outer + [number])
      list.append(sized: Array(name.utf8))
      list += (inner ?? .unreadable).bytes
    }
    return Fingerprint(of: list)
  }

  private func check() throws(ReadingFault) {
    if Task.isCancelled { throw .cancelled }
    if let deadline = limit.deadline, ContinuousClock.now > deadline { throw .tooLong }
  }
}
