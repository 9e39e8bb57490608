/// What only the recorder and the process at the other end of its channel know.
///
/// Each frame and each marker carries a code that is made of this key, of its number and of its content. So
/// nothing that a cell writes to the channel or prints counts, be it an earlier frame once more, and
/// nothing that the recorder wrote can be changed, swapped or left out without being noticed.
package struct ChannelKey: Sendable, Equatable {
  private let first: UInt64
  private let second: UInt64

  /// How many bytes it has.
  package static let byteCount = 16

  /// A new key.
  package static var random: ChannelKey {
    ChannelKey(first: .random(in: .min ... .max), second: .random(in: .min ... .max))
  }

  private init(first: UInt64, second: UInt64) {
    self.first = first
    self.second = second
  }

  /// - Returns: `nil` where there are not so many bytes as a key has.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    (first, second) = bytes.withUnsafeBytes {
      ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }
  }

  /// Its bytes, for the way to the recorder.
  package var bytes: [UInt8] {
    withUnsafeBytes(of: (first, second)) { Array($0) }
  }

  /// What a code vouches for, so that none can stand in another's place.
  enum Use {
    /// The frame with a number, from 1.
    case frame(UInt64)
    /// The frame in which a handler of signals tells what ended the program. It can come in the midst of
    /// others, and has no number.
    case lastWords
    /// The marker with a number, from 1.
    case marker(UInt64)
  }

  /// The code of some content.
  func code(_ use: Use, _ content: UnsafeRawBufferPointer) -> UInt64 {
    var hash = SipHash(key: (first, second))
    switch use {
    case .frame(let number):
      hash.add(1)
      hash.add(number)
    case .lastWords:
      hash.add(2)
      hash.add(0)
    case .marker(let number):
      hash.add(3)
      hash.add(number)
    }
    return hash.finished(content, after: 2)
  }

  /// The bytes that cut the output at the event with a number, from 1: a code in 16 digits between two signs.
  package func marker(_ number: Int) -> [UInt8] {
    let code = code(.marker(UInt64(number)), UnsafeRawBufferPointer(start: nil, count: 0))
    var bytes: [UInt8] = [1]
    bytes.reserveCapacity(18)
    for shift in stride(from: 60, through: 0, by: -4) {
      let digit = UInt8(code >> UInt64(shift) & 15)
      bytes.append(digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "a"))
    }
    bytes.append(UInt8(ascii: ";"))
    return bytes
  }
}
