import Foundation

/// Tells of each writing to standard error before it is done, from a descriptor that the recorder has
/// handed over.
struct ErrorNotices: Sendable {
  let descriptor: Int32

  /// The size of what tells of a call, and of what answers it: `seccomp_notif`, `seccomp_notif_resp`.
  private static let (noticeSize, answerSize) = (80, 24)
  private static let (receive, send) = (0xc050_2100 as UInt, 0xc018_2101 as UInt)

  /// Takes the next notice, and lets the call that it is about go on after a body.
  func answerNext(_ body: () -> Void) {
    withUnsafeTemporaryAllocation(byteCount: Self.noticeSize, alignment: 8) { notice in
      notice.initializeMemory(as: UInt8.self, repeating: 0)
      // A process that has ended meanwhile is not to be answered.
      guard let start = notice.baseAddress, ioctl(descriptor, Self.receive, start) == 0 else {
        return
      }
      body()
      withUnsafeTemporaryAllocation(byteCount: Self.answerSize, alignment: 8) { answer in
        answer.initializeMemory(as: UInt8.self, repeating: 0)
        answer.storeBytes(of: notice.load(as: UInt64.self), as: UInt64.self)
        let goesOn: UInt32 = 1
        answer.storeBytes(of: goesOn, toByteOffset: 20, as: UInt32.self)
        if let start = answer.baseAddress { _ = ioctl(descriptor, Self.send, start) }
      }
    }
  }
}
