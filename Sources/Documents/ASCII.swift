/// What a byte is as a character of ASCII. A byte of a longer character is nothing of it.
extension UInt8 {
  /// A letter from `a` to `z` or from `A` to `Z`.
  @inlinable package var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  @inlinable package var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  @inlinable package var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }

  /// A letter, a digit or `_`.
  @inlinable package var isASCIIWordByte: Bool {
    isASCIILetterOrDigit || self == UInt8(ascii: "_")
  }

  /// A space or a tab.
  @inlinable package var isASCIIBlank: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t")
  }

  /// A space, a tab, or what ends a line or a page.
  @inlinable package var isASCIIWhitespace: Bool { self == UInt8(ascii: " ") || self &- 9 < 5 }

  /// A character that can be seen, and is neither letter nor digit.
  @inlinable package var isASCIIPunctuation: Bool {
    self > UInt8(ascii: " ") && self < 0x7F && !isASCIILetterOrDigit
  }

  /// A letter, a digit, `_`, or a byte of a longer character, which stands for a letter.
  @inlinable package var isWordByte: Bool { isASCIIWordByte || self >= 0x80 }

  /// The small letter of a capital one, and any other byte as it is.
  @inlinable package var asciiLowercased: UInt8 {
    self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self
  }

  /// The byte as addresses write it: `%2F`.
  package var percentEncoded: [UInt8] {
    func digit(_ value: UInt8) -> UInt8 {
      value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
    return [UInt8(ascii: "%"), digit(self >> 4), digit(self & 0xF)]
  }
}
