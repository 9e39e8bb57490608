extension Fingerprint {
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
