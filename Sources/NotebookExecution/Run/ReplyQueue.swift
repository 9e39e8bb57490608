import NotebookDisplay

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Replies on their way to a program, as fast as it takes them.
struct ReplyQueue: Sendable {
  private var parts: [ArraySlice<UInt8>] = []

  var isEmpty: Bool { parts.isEmpty }

  mutating func append(_ reply: Reply) {
    parts += ReplyFrame.encode(reply).filter { !$0.isEmpty }
  }

  /// Writes what there is room for, without waiting.
  mutating func write(to descriptor: Int32) {
    while let part = parts.first {
      let count = part.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Self.flags) }
      if count < 0 {
        if errno == EINTR { continue }
        // A program that has ended takes no reply.
        if errno != EAGAIN { parts = [] }
        return
      }
      parts[0] = part.dropFirst(count)
      if parts[0].isEmpty { parts.removeFirst() }
    }
  }

  #if canImport(Darwin)
    private static let flags: Int32 = 0
  #else
    private static let flags = Int32(truncatingIfNeeded: MSG_NOSIGNAL)
  #endif
}
