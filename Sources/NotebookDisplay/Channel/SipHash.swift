/// SipHash-2-4: a code of some bytes that nobody can tell who does not know its key.
///
/// See Aumasson and Bernstein, “SipHash: a fast short-input PRF”, Indocrypt 2012. It allocates nothing and
/// takes no lock, so that a handler of signals can use it.
package struct SipHash {
  private var v0, v1, v2, v3: UInt64

  package init(key: (UInt64, UInt64)) {
    v0 = key.0 ^ 0x736f_6d65_7073_6575
    v1 = key.1 ^ 0x646f_7261_6e64_6f6d
    v2 = key.0 ^ 0x6c79_6765_6e65_7261
    v3 = key.1 ^ 0x7465_6462_7974_6573
  }

  /// The code of a number of words, which were added before, and the last bytes.
  /// - Parameter words: how many words were added.
  package func finished(_ bytes: UnsafeRawBufferPointer, after words: Int = 0) -> UInt64 {
    var hash = self
    var place = 0
    while place + 8 <= bytes.count {
      hash.add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
      place += 8
    }
    var last = UInt64(truncatingIfNeeded: 8 * words + bytes.count) << 56
    var shift: UInt64 = 0
    while place < bytes.count {
      last |= UInt64(bytes[place]) << shift
      shift += 8
      place += 1
    }
    hash.add(last)
    hash.v2 ^= 0xff
    for _ in 0..<4 { hash.mix() }
    return hash.v0 ^ hash.v1 ^ hash.v2 ^ hash.v3
  }

  /// Adds eight bytes, the lowest first.
  package mutating func add(_ word: UInt64) {
    v3 ^= word
    mix()
    mix()
    v0 ^= word
  }

  private mutating func mix() {
    v0 &+= v1
    v1 = (v1 << 13 | v1 >> 51) ^ v0
    v0 = v0 << 32 | v0 >> 32
    v2 &+= v3
    v3 = (v3 << 16 | v3 >> 48) ^ v2
    v0 &+= v3
    v3 = (v3 << 21 | v3 >> 43) ^ v0
    v2 &+= v1
    v1 = (v1 << 17 | v1 >> 47) ^ v2
    v2 = v2 << 32 | v2 >> 32
  }
}
