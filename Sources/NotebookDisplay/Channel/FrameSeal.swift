#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The recorder's key, and the number of the last frame that was sealed by it.
///
/// The key lies in a page of its own that cannot be read but while it is used, at an address that is another
/// in each run: who goes through the program's memory does not come upon it.
final class FrameSeal: @unchecked Sendable {
  private let page: UnsafeMutableRawPointer
  private var count: UInt64 = 0

  private static let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))

  /// - Returns: `nil` where there is no room for it.
  init?(_ key: ChannelKey) {
    // Below the stacks, and above what the program and its heap need.
    let place = UInt.random(in: 0x1000_0000_0000..<0x5000_0000_0000)
    let wanted = UnsafeMutableRawPointer(
      bitPattern: place / UInt(Self.pageSize) * UInt(Self.pageSize)
    )
    let (access, flags) = (PROT_READ | PROT_WRITE, Int32(MAP_PRIVATE) | Self.anonymous)
    guard let page = mmap(wanted, Self.pageSize, access, flags, -1, 0), page != MAP_FAILED else {
      return nil
    }
    self.page = page
    page.storeBytes(of: key, as: ChannelKey.self)
    mprotect(page, Self.pageSize, PROT_NONE)
  }

  /// Seals the next frame. It is called by one thread at a time.
  /// - Parameter content: what stands in it.
  func next(_ content: UnsafeRawBufferPointer) -> UInt64 {
    count += 1
    return withKey { $0.code(.frame(count), content) }
  }

  /// Seals the frame of a handler of signals.
  func lastWords(_ content: UnsafeRawBufferPointer) -> UInt64 {
    withKey { $0.code(.lastWords, content) }
  }

  /// The marker with a number, from 1.
  func marker(_ number: Int) -> [UInt8] { withKey { $0.marker(number) } }

  private func withKey<Result>(_ body: (ChannelKey) -> Result) -> Result {
    mprotect(page, Self.pageSize, PROT_READ)
    defer { mprotect(page, Self.pageSize, PROT_NONE) }
    return body(page.load(as: ChannelKey.self))
  }

  #if canImport(Darwin)
    private static let anonymous = MAP_ANON
  #else
    private static let anonymous = Int32(MAP_ANONYMOUS)
  #endif
}
