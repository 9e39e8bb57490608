import Documents

/// The addresses of links and images made in Markdown, as cmark writes them in its safe mode.
package enum SafeAddress {
  /// The address with what a URL may not hold percent-encoded; empty where it could run a script or
  /// reach the reader's files.
  package static func encoded(_ address: String) -> String {
    guard !isDangerous(address) else { return "" }
    guard !address.utf8.allSatisfy(isAllowed) else { return address }
    var encoded: [UInt8] = []
    encoded.reserveCapacity(address.utf8.count + 32)
    for byte in address.utf8 {
      if isAllowed(byte) {
        encoded.append(byte)
      } else {
        encoded += byte.percentEncoded
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
    case _ where byte.isASCIILetter: true
    // `#` to `;` `# $ % & ' ( ) * + , - . / 0…9 : ;`
    case UInt8(ascii: "#")...UInt8(ascii: ";"): true
    case UInt8(ascii: "!"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"): true
    case UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }
}
