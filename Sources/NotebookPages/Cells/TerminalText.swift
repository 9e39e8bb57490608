/// Text as programs write it to a terminal.
enum TerminalText {
  /// The text without colour codes and other escape sequences, its lines ended by `\n`.
  static func plain(_ text: String) -> String {
    let escape: UInt8 = 0x1B
    let carriageReturn = UInt8(ascii: "\r")
    guard text.utf8.contains(where: { $0 == escape || $0 == carriageReturn }) else { return text }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.utf8.count)
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == escape {
        skipSequence(&rest)
      } else if byte == carriageReturn {
        if rest.first != UInt8(ascii: "\n") { plain.append(UInt8(ascii: "\n")) }
      } else {
        plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// Goes past what follows an escape character, after ECMA-48.
  private static func skipSequence(_ rest: inout ArraySlice<UInt8>) {
    switch rest.popFirst() {
    case UInt8(ascii: "["):
      // Parameters, then one byte from `@` to `~`.
      rest = rest.drop { (0x20...0x3F).contains($0) }
      if let last = rest.first, (0x40...0x7E).contains(last) { rest.removeFirst() }
    case UInt8(ascii: "]"):
      // A command for the terminal, such as a link, up to BEL or ESC \.
      while let byte = rest.popFirst(), byte != 0x07 {
        if byte == 0x1B {
          if rest.first == UInt8(ascii: "\\") { rest.removeFirst() }
          return
        }
      }
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      _ = rest.popFirst()
    default:
      break
    }
  }
}
