#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A pipe, or a channel in both directions, neither end of which a child inherits by accident.
struct DescriptorPair: Sendable {
  /// The end that stays here, where nothing is waited for.
  let reading: Int32
  /// The other end.
  let writing: Int32

  /// What it is made for.
  enum Direction: Sendable {
    case oneWay, bothWays
  }

  init(_ direction: Direction = .oneWay) throws(ProcessFault) {
    var ends: [Int32] = [-1, -1]
    switch direction {
    case .oneWay: guard pipe(&ends) == 0 else { throw .noPipe }
    case .bothWays:
      guard socketpair(AF_UNIX, Self.stream, 0, &ends) == 0 else { throw .noPipe }
      #if canImport(Darwin)
        var isOn: Int32 = 1
        setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
      #endif
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
    // A reader that is told of bytes which another took must not wait for more.
    _ = fcntl(reading, F_SETFL, fcntl(reading, F_GETFL) | O_NONBLOCK)
  }

  #if canImport(Glibc)
    private static let stream = Int32(SOCK_STREAM.rawValue)
  #else
    private static let stream = SOCK_STREAM
  #endif
}

/// Why a process could not be started.
enum ProcessFault: Error {
  case noPipe
}
