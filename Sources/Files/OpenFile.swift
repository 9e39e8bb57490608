#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file that is open, and is closed at the latest when it is let go.
package struct OpenFile: ~Copyable {
  private let descriptor: Int32

  /// Opens a file to read it; never waits, as for a pipe's other end.
  package init(reading path: String, followingLinks: Bool = false) throws(SystemFault) {
    let links = followingLinks ? 0 : O_NOFOLLOW
    descriptor = try checked { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | links) }
  }

  /// Makes a file that is not there yet.
  /// - Parameter permissions: who may do what with it, as far as the user's mask lets that be.
  package init(
    making path: String,
    permissions: FileStatus.Permissions = 0o666
  ) throws(SystemFault) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    descriptor = try checked { open(path, flags, permissions) }
  }

  /// Opens a file that is there, to write at its end.
  package init(appending path: String) throws(SystemFault) {
    let flags = O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    descriptor = try checked { open(path, flags) }
  }

  deinit { close(descriptor) }

  package func status() throws(SystemFault) -> FileStatus {
    var status = stat()
    try checked { fstat(descriptor, &status) }
    return FileStatus(status)
  }

  /// Reads what comes next, as much as there is room for.
  /// - Returns: the number of bytes, and less than there is room for only at the file's end.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemFault) -> Int {
    var total = 0
    while total < buffer.count, let start = buffer.baseAddress {
      let count = try checked { readSome(descriptor, start + total, buffer.count - total) }
      if count == 0 { break }
      total += count
    }
    return total
  }

  /// Reads what comes next.
  /// - Returns: `count` bytes, and fewer only at the file's end.
  package func read(_ count: Int) throws(SystemFault) -> [UInt8] {
    var fault: SystemFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, total in
      do throws(SystemFault) {
        total = try read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    return bytes
  }

  /// Reads a file to its end whose beginning promises something.
  /// - Parameter isWanted: is given the beginning, which is all where the file is short.
  /// - Returns: `nil` where no more than the beginning is wanted.
  func readToEnd(ifBeginning isWanted: ([UInt8]) -> Bool) throws(SystemFault) -> [UInt8]? {
    let size = 1 << 12
    var bytes = try read(size)
    guard isWanted(bytes) else { return nil }
    guard bytes.count == size else { return bytes }
    while true {
      let next = try read(1 << 16)
      bytes += next
      if next.count < 1 << 16 { return bytes }
    }
  }

  package func write(_ bytes: [UInt8]) throws(SystemFault) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(SystemFault) in
      var total = 0
      while total < buffer.count, let start = buffer.baseAddress {
        total += try checked { writeSome(descriptor, start + total, buffer.count - total) }
      }
    }
  }

  /// Sets the time of the last change to now.
  package func touch() throws(SystemFault) { try checked { futimens(descriptor, nil) } }

  /// Sets the time of the last change.
  func setTime(_ time: Moment) throws(SystemFault) {
    let time = time.systemTime
    try checked { futimens(descriptor, [time, time]) }
  }

  /// Sets who may do what with it.
  func setPermissions(_ permissions: FileStatus.Permissions) throws(SystemFault) {
    try checked { fchmod(descriptor, permissions) }
  }

  /// Holds it until it is closed, as one of the ``HeldFiles``.
  func hold() -> Bool { HeldFiles.hold(descriptor) }

  /// Hears of bytes that could not be kept, which a network file system tells on closing, and keeps the
  /// file open.
  func flush() throws(SystemFault) {
    let other = try checked { dup(descriptor) }
    guard close(other) == 0 || errno == EINTR else { throw .last }
  }

  /// Closes the file, where a network file system tells of bytes that it could not keep.
  package consuming func finish() throws(SystemFault) {
    let descriptor = descriptor
    discard self
    // A second try could close another thread's file.
    guard close(descriptor) == 0 || errno == EINTR else { throw .last }
  }
}

// The system's own names are hidden by those of the methods.
private func readSome(_ descriptor: Int32, _ start: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, start, count)
}

private func writeSome(_ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, start, count)
}
