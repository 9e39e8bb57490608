/// Text as it stands in HTML.
enum HTMLText {
  /// An attribute's value as a browser reads it.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    return text.replacing(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,4}));/) { match in
      if let number = match.1.flatMap({ UInt32($0) }) ?? match.2.flatMap({ UInt32($0, radix: 16) })
      {
        return Unicode.Scalar(number).map(String.init) ?? "\u{FFFD}"
      }
      return match.3.flatMap { names[String($0)] } ?? String(match.0)
    }
  }

  // What an address may need a name for; all else is written as it is.
  private static let names = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
}
