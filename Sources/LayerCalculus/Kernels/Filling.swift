#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension [Double] {
  /// An array that a kernel writes, without zeros first.
  /// - Parameters:
  ///   - count: the number of elements.
  ///   - fill: writes each of them.
  @inline(__always)
  init(count: Int, _ fill: (UnsafeMutablePointer<Double>) -> Void) {
    self.init(unsafeUninitializedCapacity: count) { buffer, initialized in
      guard let start = buffer.baseAddress else { return }
      Self.adviseLargePages(start, count)
      fill(start)
      initialized = count
    }
  }

  /// Memory that is new comes in pages, each by a fault; in large ones there are fewer of them.
  private static func adviseLargePages(_ start: UnsafeMutablePointer<Double>, _ count: Int) {
    #if os(Linux)
      let large = 1 << 22
      guard count * 8 >= large else { return }
      let address = UInt(bitPattern: start)
      let first = (address + 4095) & ~4095
      let length = (address + UInt(count * 8) - first) & ~4095
      guard let page = UnsafeMutableRawPointer(bitPattern: first) else { return }
      // Only advice: where it is not taken, the memory is the same.
      _ = madvise(page, Int(length), Int32(MADV_HUGEPAGE))
    #endif
  }
}
