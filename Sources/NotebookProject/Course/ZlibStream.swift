/// Bytes in the format of zlib (RFC 1950), for readers that take nothing else.
enum ZlibStream {
  /// Bytes as they are, in blocks that are not compressed (RFC 1951, 3.2.4).
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    let most = 65_535
    // A window of 32 KiB, and no dictionary.
    var stream: [UInt8] = [0x78, 0x01]
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(most)
      rest = rest.dropFirst(most)
      let count = UInt16(block.count)
      stream.append(rest.isEmpty ? 1 : 0)
      for number in [count, ~count] { stream += [UInt8(number & 0xFF), UInt8(number >> 8)] }
      stream += block
    } while !rest.isEmpty
    let sum = checksum(bytes)
    return stream + [24, 16, 8, 0].map { UInt8(sum >> $0 & 0xFF) }
  }

  /// Mark Adler's sum.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var (low, high): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      low = (low + UInt32(byte)) % 65_521
      high = (high + low) % 65_521
    }
    return high << 16 | low
  }
}
