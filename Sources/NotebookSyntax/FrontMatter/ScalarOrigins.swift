import Documents

/// Where the bytes of a YAML text stand in the document, which writes it with marks, indented, or broken
/// into lines otherwise than it reads.
struct ScalarOrigins {
  /// For each byte of the text its offset in the document.
  private let origins: [Int]

  /// - Parameters:
  ///   - text: the text as it reads.
  ///   - bytes: the document.
  ///   - start: where the text is written, with its marks.
  /// - Returns: `nil` where it is written by escapes for other characters.
  init?(of text: String, in bytes: [UInt8], from start: Int) {
    guard start < bytes.count else { return nil }
    let mark = bytes[start]
    var at = start
    switch mark {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): at += 1
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      at = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    default: break
    }
    var origins: [Int] = []
    origins.reserveCapacity(text.utf8.count)
    func skipSpace() { while at < bytes.count, bytes[at].isASCIIWhitespace { at += 1 } }
    if mark == UInt8(ascii: "|") || mark == UInt8(ascii: ">") { skipSpace() }
    var isBehindSpace = false
    for byte in text.utf8 {
      if byte.isASCIIWhitespace {
        origins.append(min(at, bytes.count - 1))
        let isEscaped = mark == UInt8(ascii: "\"") && at + 1 < bytes.count && bytes[at] == 0x5C
        if isEscaped { at += 2 }
        isBehindSpace = true
        continue
      }
      if isBehindSpace { skipSpace() }
      isBehindSpace = false
      guard at < bytes.count else { return nil }
      let isEscaped =
        switch mark {
        case UInt8(ascii: "\""): bytes[at] == 0x5C
        case UInt8(ascii: "'"): bytes[at] == mark
        default: false
        }
      let written = isEscaped ? at + 1 : at
      guard written < bytes.count, bytes[written] == byte else { return nil }
      origins.append(at)
      at = written + 1
    }
    self.origins = origins
  }

  /// A place of the text, as one of the document.
  func offset(of place: Int) -> Int {
    guard place < origins.count else { return (origins.last ?? 0) + place - origins.count + 1 }
    return origins[place]
  }
}
