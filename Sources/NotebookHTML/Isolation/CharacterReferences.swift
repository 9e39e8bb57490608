import Documents
import NotebookSyntax

/// The references to characters that XML knows, such as `&amp;` and `&#955;`, and those of HTML by which signs
/// of an address can be written.
enum CharacterReferences {
  /// The text that some markup stands for; references of other names stay as they are written.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if bytes[at] == UInt8(ascii: "&"), let (character, end) = reference(at: at, in: bytes) {
        decoded += Array(String(character).utf8)
        at = end
      } else {
        decoded.append(bytes[at])
        at += 1
      }
    }
    return decoded
  }

  private static func reference(at start: Int, in bytes: ArraySlice<UInt8>)
    -> (Unicode.Scalar, end: Int)?
  {
    let rest = bytes[(start + 1)...]
    if rest.first == UInt8(ascii: "#") { return number(in: rest.dropFirst()) }
    let name = rest.prefix(longestName).prefix(while: \.isASCIILetterOrDigit)
    guard rest[name.endIndex...].first == UInt8(ascii: ";") else { return nil }
    return named[String(decoding: name, as: UTF8.self)].map { ($0, name.endIndex + 1) }
  }

  /// `955;` or `x3BB;`, which a browser reads without the semicolon too.
  private static func number(in bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, end: Int)? {
    let isHex = bytes.first.map { $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: "X") } ?? false
    let digits = bytes.dropFirst(isHex ? 1 : 0).prefix { byte in
      isHex ? Character(Unicode.Scalar(byte)).isHexDigit && byte < 0x80 : byte.isASCIIDigit
    }
    guard !digits.isEmpty else { return nil }
    // Any number of noughts may stand before it.
    let text = String(decoding: digits.drop { $0 == UInt8(ascii: "0") }.prefix(9), as: UTF8.self)
    let number = UInt32(text, radix: isHex ? 16 : 10) ?? 0
    let isClosed = bytes[digits.endIndex...].first == UInt8(ascii: ";")
    let character = number == 0 ? nil : Unicode.Scalar(number)
    return (character ?? "\u{FFFD}", digits.endIndex + (isClosed ? 1 : 0))
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "AMP": "&", "LT": "<", "GT": ">",
    "QUOT": "\"", "Tab": "\t", "NewLine": "\n", "colon": ":", "sol": "/", "bsol": "\\",
    "lpar": "(", "rpar": ")", "semi": ";", "comma": ",", "period": ".", "num": "#", "quest": "?",
    "excl": "!", "commat": "@", "lowbar": "_", "percnt": "%", "equals": "=", "nbsp": "\u{A0}",
    "lbrace": "{", "rbrace": "}", "lcub": "{", "rcub": "}", "hyphen": "\u{2010}",
    "dash": "\u{2010}",
  ]
  private static let longestName = 8
}
