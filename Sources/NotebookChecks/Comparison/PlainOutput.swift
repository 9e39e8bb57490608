/// What a program wrote, as the plain text that a reader sees.
///
/// Escape sequences (colours, cursor movements, window titles) are taken out, every line end is a
/// line feed, and what cannot be seen otherwise becomes U+FFFD.
enum PlainOutput {
  /// The plain text of what a program wrote. Plain text comes back as it is.
  static func text(_ output: String) -> String {
    let bytes = Array(output.utf8)
    guard bytes.indices.contains(where: { needsCleaning(bytes, at: $0) }) else { return output }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if !needsCleaning(bytes, at: position) {
        plain.append(byte)
        position += 1
      } else if byte == ASCII.carriageReturn {
        plain.append(ASCII.newline)
        position += byte.isFollowed(by: ASCII.newline, in: bytes, at: position) ? 2 : 1
      } else if byte == ASCII.escape, let end = sequenceEnd(bytes, from: position) {
        position = end
      } else {
        plain.append(contentsOf: "\u{FFFD}".utf8)
        position += byte < 0x80 ? 1 : 2
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// Whether a control character other than tab and line feed begins here.
  private static func needsCleaning(_ bytes: [UInt8], at position: Int) -> Bool {
    let byte = bytes[position]
    if byte < 0x20 { return byte != ASCII.tab && byte != ASCII.newline }
    if byte == 0x7F { return true }
    // U+0080 to U+009F are the control characters of eight-bit terminals.
    return byte == 0xC2 && position + 1 < bytes.count && bytes[position + 1] < 0xA0
  }

  /// Where the escape sequence that begins here ends; `nil` where none does.
  private static func sequenceEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "["):
      var end = start + 2
      while end < bytes.count, (0x20...0x3F).contains(bytes[end]) { end += 1 }
      return end < bytes.count && (0x40...0x7E).contains(bytes[end]) ? end + 1 : end
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      return stringEnd(bytes, from: start + 2)
    default:
      var end = start + 1
      while end < bytes.count, (0x20...0x2F).contains(bytes[end]) { end += 1 }
      return end < bytes.count && (0x30...0x7E).contains(bytes[end]) ? end + 1 : nil
    }
  }

  /// Where the text of an operating system command ends. One that nothing ends goes no further than
  /// its line, so that it cannot swallow the rest of the output.
  private static func stringEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case 0x07: return end + 1
      case ASCII.escape:
        return ASCII.escape.isFollowed(by: UInt8(ascii: "\\"), in: bytes, at: end) ? end + 2 : end
      case ASCII.newline, ASCII.carriageReturn: return end
      default: end += 1
      }
    }
    return end
  }
}

extension UInt8 {
  fileprivate func isFollowed(by next: UInt8, in bytes: [UInt8], at position: Int) -> Bool {
    position + 1 < bytes.count && bytes[position + 1] == next
  }
}
