import Documents

/// The bytes that the tokenizer knows by name.
enum ASCII {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let escape: UInt8 = 0x1B
  static let space = UInt8(ascii: " ")
  static let dot = UInt8(ascii: ".")
  static let comma = UInt8(ascii: ",")
  static let plus = UInt8(ascii: "+")
  static let hyphen = UInt8(ascii: "-")
  static let underscore = UInt8(ascii: "_")
  static let zero = UInt8(ascii: "0")
}

extension UInt8 {
  /// `e` or `E`, which begins an exponent.
  var isExponentMark: Bool { self | 0x20 == UInt8(ascii: "e") }

  /// A bracket or a comma: white space beside it means nothing.
  var isSeparator: Bool {
    switch self {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), ASCII.comma:
      true
    default: false
    }
  }

  var isClosingBracket: Bool {
    self == UInt8(ascii: ")") || self == UInt8(ascii: "]") || self == UInt8(ascii: "}")
  }
}
