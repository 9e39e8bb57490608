extension [UInt8] {
  mutating func append(_ tag: BinaryTag) { append(tag.rawValue) }

  /// Appends a number in base 128.
  mutating func append<Number: FixedWidthInteger & UnsignedInteger>(compact number: Number) {
    var rest = number
    while rest > 0x7F {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest = rest >> 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func append(compact number: Int) { append(compact: number.magnitude) }

  /// Appends a text without a tag.
  mutating func append(sized text: String) {
    append(compact: text.utf8.count)
    append(contentsOf: text.utf8)
  }

  mutating func append(value text: String) {
    append(.text)
    append(sized: text)
  }

  mutating func append(value: Bool) { append(value ? .yes : .no) }

  mutating func append<Number: FixedWidthInteger>(value number: Number) {
    append(number < 0 ? .negative : .natural)
    let magnitude = number < 0 ? ~number : number
    append(compact: Number.Magnitude(truncatingIfNeeded: magnitude))
  }

  mutating func append(value number: Float) {
    append(.float)
    append(bits: number.bitPattern)
  }

  mutating func append(value number: Double) {
    append(.double)
    append(bits: number.bitPattern)
  }

  private mutating func append(bits: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: bits.littleEndian) { append(contentsOf: $0) }
  }
}
