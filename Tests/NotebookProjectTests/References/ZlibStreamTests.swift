import Testing

@testable import NotebookProject

@Suite("A stream in zlib's format")
struct ZlibStreamTests {
  @Test("ends with the sum that readers expect")
  func checksum() {
    // RFC 1950's sum of this text is known.
    let stream = ZlibStream.stored(Array("Wikipedia".utf8))
    #expect(stream.suffix(4) == [0x11, 0xE6, 0x03, 0x98])
    #expect(ZlibStream.stored([]) == [0x78, 0x01, 1, 0, 0, 0xFF, 0xFF, 0, 0, 0, 1])
  }

  @Test(
    "has blocks no longer than the format allows",
    arguments: [65_534, 65_535, 65_536, 200_000]
  )
  func blocks(_ count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    let stream = ZlibStream.stored(bytes)
    var at = 2
    var read: [UInt8] = []
    var isLast = false
    while !isLast {
      isLast = stream[at] == 1
      let length = Int(stream[at + 1]) | Int(stream[at + 2]) << 8
      read += stream[(at + 5)..<(at + 5 + length)]
      at += 5 + length
    }
    #expect(read == bytes)
    #expect(stream.count == at + 4)
  }

  @Test("gives back what it holds, and nothing where it is damaged, cut off or too much")
  func inflating() {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
    let stream = ZlibStream.stored(bytes)
    #expect(ZlibStream.inflated(stream[...], atMost: 200_000) == bytes)
    #expect(ZlibStream.inflated(stream[...], atMost: 199_999) == nil)
    #expect(ZlibStream.inflated(stream.dropLast(), atMost: 1 << 20) == nil)
    var damaged = stream
    damaged[100] ^= 1
    #expect(ZlibStream.inflated(damaged[...], atMost: 1 << 20) == nil)
    #expect(ZlibStream.inflated([], atMost: 10) == nil)
  }
}
