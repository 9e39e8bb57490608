import Foundation
import Processes

/// A file that one process at a time holds.
package enum LockFile {
  /// Waits until nobody holds a file, holds it while a body runs, and removes it.
  ///
  /// One who waited finds the file removed, and holds what nobody else will ask for; so the body must look
  /// whether its work is done already.
  package static func holding<Result: Sendable>(
    _ path: String,
    _ body: () async throws -> Result
  ) async throws -> Result {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    defer { close(descriptor) }
    // A file system without locks lets everyone work at once.
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
      try await Task.sleep(for: .milliseconds(50))
    }
    let ticket = Leftovers.note(path)
    defer {
      unlink(path)
      Leftovers.forget(ticket)
    }
    return try await body()
  }
}
