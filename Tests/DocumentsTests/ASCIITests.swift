import Documents
import Testing

@Suite("Classes of bytes")
struct ASCIITests {
  @Test("are those of the characters", arguments: UInt8.min...UInt8.max)
  func classes(_ byte: UInt8) {
    let character = Character(Unicode.Scalar(byte))
    let isASCII = byte < 0x80
    #expect(byte.isASCIILetter == (isASCII && character.isLetter))
    #expect(byte.isASCIIDigit == (isASCII && character.isNumber))
    #expect(byte.isASCIILetterOrDigit == (byte.isASCIILetter || byte.isASCIIDigit))
    #expect(byte.isASCIIWordByte == (byte.isASCIILetterOrDigit || character == "_"))
    #expect(byte.isASCIIBlank == (character == " " || character == "\t"))
    #expect(byte.isASCIIWhitespace == (isASCII && character.isWhitespace))
    let isSeen = (0x21...0x7E).contains(byte)
    #expect(byte.isASCIIPunctuation == (isSeen && !byte.isASCIILetterOrDigit))
    #expect(byte.isWordByte == (byte.isASCIIWordByte || !isASCII))
    let small = isASCII ? character.lowercased().utf8.first : byte
    #expect(byte.asciiLowercased == small)
  }

  @Test("a byte in an address is two digits")
  func percentEncoding() {
    #expect(
      [0x00, 0x2F, 0xA9, 0xFF].map { String(decoding: UInt8($0).percentEncoded, as: UTF8.self) }
        == ["%00", "%2F", "%A9", "%FF"]
    )
  }
}
