import Zlib

/// Bytes in the format of zlib (RFC 1950), for readers and from writers that know nothing else.
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

  /// What a stream holds.
  /// - Parameter most: the largest number of bytes that is taken.
  /// - Returns: `nil` where it is damaged, cut off, or holds more than that.
  static func inflated(_ bytes: ArraySlice<UInt8>, atMost most: Int) -> [UInt8]? {
    guard bytes.count < Int(UInt32.max) else { return nil }
    var stream = z_stream()
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return nil
    }
    defer { inflateEnd(&stream) }
    var input = Array(bytes)
    var output: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    return input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      while output.count <= most {
        let status = part.withUnsafeMutableBufferPointer { part in
          stream.next_out = part.baseAddress
          stream.avail_out = UInt32(part.count)
          return inflate(&stream, Z_NO_FLUSH)
        }
        output += part.prefix(part.count - Int(stream.avail_out))
        if status == Z_STREAM_END { return output.count <= most ? output : nil }
        guard status == Z_OK else { return nil }
      }
      return nil
    }
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
