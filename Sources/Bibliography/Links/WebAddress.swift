import Documents

/// An address that a page may link to: of the web, and nothing that could run a script.
struct WebAddress {
  /// The address, with what an address may not hold percent-encoded.
  let text: String

  /// - Parameter raw: what was written.
  /// - Returns: `nil` where it is not an address of the web.
  init?(_ raw: String) {
    let address = Self.first(in: raw)
    let scheme = ["https://", "http://"].first {
      address.prefix($0.count).lowercased() == $0
    }
    guard let scheme else { return nil }
    let rest = address.dropFirst(scheme.count)
    guard let host = rest.first, host.isLetter || host.isNumber || host == "[" else { return nil }
    text = scheme + Self.encoded(String(rest))
  }

  /// The first of several addresses; one that was broken by white space is put together.
  private static func first(in raw: String) -> String {
    let words = raw.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else { return "" }
    let isList = words.dropFirst().contains { $0.lowercased().hasPrefix("http") }
    return isList ? String(first) : words.joined()
  }

  /// The text with what an address may not hold percent-encoded.
  static func encoded(_ text: String) -> String {
    guard text.utf8.contains(where: { !isAllowed($0) }) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isAllowed(byte) {
        bytes.append(byte)
      } else {
        bytes += byte.percentEncoded
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F: false
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
      UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"),
      UInt8(ascii: "}"):
      false
    default: true
    }
  }
}
