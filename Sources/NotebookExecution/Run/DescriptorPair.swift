#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A pipe, neither end of which a child inherits by accident.
struct DescriptorPair: Sendable {
  let reading: Int32
  let writing: Int32

  init() throws(ProcessFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .noPipe }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
    // A reader that is told of bytes which another took must not wait for more.
    _ = fcntl(reading, F_SETFL, fcntl(reading, F_GETFL) | O_NONBLOCK)
  }
}

/// Why a process could not be started.
enum ProcessFailure: Error {
  case noPipe
}
