#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads files from their beginning to their end.
enum WholeFile {
  static func bytes(of path: String) throws(FileFailure) -> [UInt8] {
    // A pipe that nobody writes to is not waited for.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileFailure(path: path, reason: .notAFile)
    }
    var bytes: [UInt8] = []
    var room = Int(status.st_size) + 1
    while true {
      let count = append(room, from: file, to: &bytes)
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path)
      }
      if count == 0 { return bytes }
      room = max(room - count, 1 << 16)
    }
  }

  /// Appends what comes next; the number of bytes, or -1.
  private static func append(_ room: Int, from file: Int32, to bytes: inout [UInt8]) -> Int {
    var count = 0
    let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      count = read(file, buffer.baseAddress, room)
      filled = max(0, count)
    }
    if bytes.isEmpty { bytes = piece } else { bytes += piece }
    return count
  }

  private static func failure(_ path: String) -> FileFailure {
    let code = errno
    if code == ENOENT || code == ENOTDIR { return FileFailure(path: path, reason: .missing) }
    return FileFailure(path: path, reason: .unreadable(String(cString: strerror(code))))
  }
}
