extension Fingerprint {
  /// The digest of what lies at a path: a file's content, or the names and contents of all that a
  /// folder holds, but for what is hidden.
  /// - Returns: `nil` where nothing can be read.
  public init?(at path: String) { self.init(at: path, within: []) }

  /// - Parameter outer: the folders that are being digested, by their numbers, as a link may lead back
  ///   into one of them.
  private init?(at path: String, within outer: [UInt64]) {
    if let file = Fingerprint(ofFile: path) {
      self = file
      return
    }
    guard let number = try? FileStatus(of: path, followingLinks: true).number,
      !outer.contains(number),
      let content = try? Folder.content(of: path, where: FileTree.isShown)
    else { return nil }
    var list: [UInt8] = []
    for name in content.map(\.name).sorted() {
      let inner = Fingerprint(at: path + "/" + name, within: outer + [number])
      list.append(sized: Array(name.utf8))
      list += (inner ?? .unreadable).bytes
    }
    self.init(of: list)
  }

  /// The digest of a file's content.
  /// - Returns: `nil` for what is not a regular file or cannot be read to its end.
  public init?(ofFile path: String) {
    do throws(SystemFault) {
      let file = try OpenFile(reading: path, followingLinks: true)
      guard try file.status().isRegular else { return nil }
      var builder = Builder()
      var piece = [UInt8](repeating: 0, count: 1 << 17)
      while true {
        let count = try piece.withUnsafeMutableBufferPointer { (buffer) throws(SystemFault) in
          try file.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        guard count > 0 else { break }
        piece.withUnsafeBytes { builder.add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      }
      self = builder.fingerprint
    } catch {
      return nil
    }
  }
}
