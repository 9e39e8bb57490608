#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension RecorderChannel {
  /// Sends a request and waits for the reply to it.
  /// - Returns: `nil` where there is nobody to reply.
  func ask(_ request: Request) -> Reply? {
    guard isOwn else { return nil }
    send(.request(request))
    guard let header = receive(EventFrame.headerSize) else { return nil }
    var reader = FrameReader(rest: header[...])
    guard let count = reader.integer(UInt32.self), let content = receive(Int(count)) else {
      return nil
    }
    return ReplyFrame.decode(content)
  }

  /// Prints again what was printed when a kept value was computed.
  func replay(output: [UInt8], error: [UInt8]) {
    fflush(nil)
    write(output, to: STDOUT_FILENO)
    write(error, to: STDERR_FILENO)
  }

  private func receive(_ count: Int) -> [UInt8]? {
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, isWhole {
        let rest = UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: buffer[filled...])
        )
        let received = read(eventDescriptor, rest.baseAddress, rest.count)
        if received > 0 {
          filled += received
        } else if received == 0 || errno != EINTR {
          isWhole = false
        }
      }
    }
    return isWhole ? bytes : nil
  }
}
