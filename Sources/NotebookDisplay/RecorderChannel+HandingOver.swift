#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension RecorderChannel {
  /// Gives an open descriptor to the process at the other end, with a frame that tells of it.
  func handOver(_ descriptor: Int32, with event: Event) {
    var bytes = SealedFrame.encode(event, code: seal.next)
    let count = bytes.count
    bytes.withUnsafeMutableBytes { bytes in
      var part = iovec(iov_base: bytes.baseAddress, iov_len: count)
      withUnsafeMutablePointer(to: &part) { part in
        withUnsafeTemporaryAllocation(byteCount: HandedOver.size, alignment: 8) { control in
          HandedOver.write(descriptor, to: control)
          var message = msghdr()
          message.msg_iov = part
          message.msg_iovlen = 1
          message.msg_control = control.baseAddress
          message.msg_controllen = numericCast(control.count)
          while sendmsg(eventDescriptor, &message, 0) < 0, errno == EINTR {}
        }
      }
    }
  }
}

/// The bytes beside those of a message that give a descriptor to another process.
package enum HandedOver {
  /// A header, the descriptor, and what makes that a multiple of eight.
  package static let size = MemoryLayout<cmsghdr>.stride + 8

  static func write(_ descriptor: Int32, to control: UnsafeMutableRawBufferPointer) {
    control.initializeMemory(as: UInt8.self, repeating: 0)
    var header = cmsghdr()
    header.cmsg_len = numericCast(MemoryLayout<cmsghdr>.stride + MemoryLayout<Int32>.size)
    header.cmsg_level = SOL_SOCKET
    header.cmsg_type = rights
    control.storeBytes(of: header, as: cmsghdr.self)
    control.storeBytes(of: descriptor, toByteOffset: MemoryLayout<cmsghdr>.stride, as: Int32.self)
  }

  /// The descriptor that came with a message, if one did.
  package static func read(_ control: UnsafeRawBufferPointer) -> Int32? {
    guard control.count >= MemoryLayout<cmsghdr>.stride + MemoryLayout<Int32>.size else {
      return nil
    }
    let header = control.load(as: cmsghdr.self)
    guard header.cmsg_level == SOL_SOCKET, header.cmsg_type == rights else { return nil }
    return control.load(fromByteOffset: MemoryLayout<cmsghdr>.stride, as: Int32.self)
  }

  /// `SCM_RIGHTS`
  private static let rights: Int32 = 1
}
