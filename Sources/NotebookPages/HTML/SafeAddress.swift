/// The addresses of links and images made in Markdown, as cmark writes them in its safe mode.
enum SafeAddress {
  /// The address with what a URL may not hold percent-encoded; empty where it could run a script or
  /// reach the reader's files.
  static func encoded(_ address: String) -> String {
    guard !isDangerous(address) else { return "" }
    guard !address.utf8.allSatisfy(isAllowed) else { return address }
    var encoded: [UInt8] = []
    encoded.reserveCapacity(address.utf8.count + 32)
    for byte in address.utf8 {
      if isAllowed(byte) {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 0xF)]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static let dangerousSchemes = ["javascript:", "vbscript:", "file:", "data:"]
  private static let harmlessData = ["png", "gif", "jpeg", "webp"].map { "data:image/" + $0 }

  private static func isDangerous(_ address: String) -> Bool {
    // The longest of the beginnings compared here has 15 bytes.
    let head = String(decoding: address.utf8.prefix(15), as: UTF8.self).lowercased()
    return dangerousSchemes.contains { head.hasPrefix($0) }
      && !harmlessData.contains { head.hasPrefix($0) }
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    // `#` to `;` `# $ % & ' ( ) * + , - . / 0…9 : ;`
    case UInt8(ascii: "#")...UInt8(ascii: ";"): true
    case UInt8(ascii: "!"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"): true
    case UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
