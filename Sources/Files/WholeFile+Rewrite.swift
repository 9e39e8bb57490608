import Foundation
import Processes

extension WholeFile {
  /// Writes other bytes into a file that somebody made: it stays theirs, for the same users as before,
  /// and all of its names stay names of it.
  ///
  /// - Parameters:
  ///   - bytes: what it is to hold.
  ///   - path: the file's own path, not that of a link.
  ///   - before: what it holds.
  package static func rewrite(_ bytes: [UInt8], at path: String, before: [UInt8]) throws(Fault) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Fault(SystemFault.last) }
    // A new file in its place would have one name, and be the writer's.
    if status.st_nlink == 1, status.st_uid == geteuid(), status.st_gid == getegid() {
      try write(bytes, to: path, keepsPermissions: true)
      return
    }
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Fault(SystemFault.last) }
    defer { close(descriptor) }
    guard let step = UnbrokenStep() else { throw Fault(.interrupted) }
    defer { step.end() }
    do throws(Fault) {
      try overwrite(descriptor, with: bytes)
    } catch {
      try? overwrite(descriptor, with: before)
      throw error
    }
  }

  private static func overwrite(_ descriptor: Int32, with bytes: [UInt8]) throws(Fault) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        pwrite(
          descriptor,
          buffer.baseAddress.map { $0 + written },
          bytes.count - written,
          off_t(written)
        )
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Fault(SystemFault.last) }
      written += count
    }
    guard ftruncate(descriptor, off_t(bytes.count)) == 0, fsync(descriptor) == 0 else {
      throw Fault(SystemFault.last)
    }
  }
}
