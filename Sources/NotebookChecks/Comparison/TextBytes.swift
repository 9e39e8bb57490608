import Documents

/// What the bytes of a text mean at a place. Each width is 0 where there is no such thing, so that
/// callers just add it.
extension [UInt8] {
  /// The white space that stands at a place.
  func whiteSpaceWidth(at position: Int) -> Int {
    let byte = self[position]
    if byte < 0x80 { return byte.isASCIIWhitespace ? 1 : 0 }
    guard let scalar = scalar(at: position), scalar.properties.isWhitespace else { return 0 }
    return scalarWidth(at: position)
  }

  /// The letter, digit, `_` or mark that stands at a place.
  func wordWidth(at position: Int) -> Int {
    guard position < count else { return 0 }
    let byte = self[position]
    if byte < 0x80 { return byte.isASCIIWordByte ? 1 : 0 }
    guard let scalar = scalar(at: position), scalar.properties.isIDContinue else { return 0 }
    return scalarWidth(at: position)
  }

  /// The minus that stands at a place: `-`, or U+2212 as books write it.
  func minusWidth(at position: Int) -> Int {
    guard position < count else { return 0 }
    if self[position] == ASCII.hyphen { return 1 }
    return position + 2 < count && self[position] == 0xE2 && self[position + 1] == 0x88
      && self[position + 2] == 0x92 ? 3 : 0
  }

  /// Where the word that begins at a place ends. Dots within it are part of it: `v2.0`, `6.3.1`,
  /// `x.count`.
  func wordEnd(from start: Int) -> Int {
    var end = start
    if start + 1 < count, self[start] == ASCII.dot, self[start + 1].isASCIIDigit { end += 1 }
    while true {
      let width = wordWidth(at: end)
      if width > 0 {
        end += width
      } else if end > start, end < count, self[end] == ASCII.dot, wordWidth(at: end + 1) > 0 {
        end += 1
      } else {
        return end
      }
    }
  }

  /// The bytes of the character that begins at a place.
  func scalarWidth(at position: Int) -> Int {
    let width =
      switch self[position] {
      case 0xC0..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0...: 4
      default: 1
      }
    return Swift.min(width, count - position)
  }

  private func scalar(at position: Int) -> Unicode.Scalar? {
    let width = scalarWidth(at: position)
    var value = width == 1 ? 0 : UInt32(self[position]) & (0x7F >> UInt32(width))
    for offset in 1..<Swift.max(width, 1) {
      value = value << 6 | UInt32(self[position + offset]) & 0x3F
    }
    return Unicode.Scalar(value)
  }
}
