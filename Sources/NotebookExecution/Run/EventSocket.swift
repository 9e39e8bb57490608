import Foundation
import NotebookDisplay

/// The end of the recorder's channel that stays here.
enum EventSocket {
  /// Reads bytes, and a descriptor that came with them.
  /// - Returns: what `read` returns.
  static func read(
    _ socket: Int32,
    into buffer: UnsafeMutableRawBufferPointer,
    handedOver: (Int32) -> Void
  ) -> Int {
    var part = iovec(iov_base: buffer.baseAddress, iov_len: buffer.count)
    return withUnsafeMutablePointer(to: &part) { part in
      withUnsafeTemporaryAllocation(byteCount: HandedOver.size, alignment: 8) { control in
        var message = msghdr()
        message.msg_iov = part
        message.msg_iovlen = 1
        message.msg_control = control.baseAddress
        message.msg_controllen = numericCast(control.count)
        let count = recvmsg(socket, &message, Self.closedOnExec)
        let filled = UnsafeRawBufferPointer(control).prefix(Int(message.msg_controllen))
        if count >= 0, let descriptor = HandedOver.read(UnsafeRawBufferPointer(rebasing: filled)) {
          handedOver(descriptor)
        }
        return count
      }
    }
  }

  #if canImport(Darwin)
    private static let closedOnExec: Int32 = 0
  #else
    /// `MSG_CMSG_CLOEXEC`
    private static let closedOnExec: Int32 = 0x4000_0000
  #endif
}
