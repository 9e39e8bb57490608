import Documents

/// How a number is written, so that another value can be written in the same way.
struct NumberNotation {
  enum Sign: String {
    case none = ""
    case plus = "+"
    case hyphen = "-"
    /// U+2212, as books write it.
    case minus = "−"

    var isNegative: Bool { self == .hyphen || self == .minus }
  }

  struct Exponent {
    var mark: UInt8
    var sign = Sign.none
    var digits: [UInt8] = []

    var value: Int? {
      Int(String(decoding: digits, as: UTF8.self)).map { sign.isNegative ? -$0 : $0 }
    }
  }

  private(set) var sign = Sign.none
  private(set) var integer: [UInt8] = []
  private(set) var fraction: [UInt8] = []
  private(set) var hasPoint = false
  /// Whether `_` parts the digits before the point.
  private(set) var isGrouped = false
  private(set) var exponent: Exponent?

  /// Reads a number token; `nil` for `nan` and `inf`.
  init?(_ token: ArraySlice<UInt8>) {
    var position = token.startIndex
    sign = Self.sign(token, &position)
    while position < token.endIndex {
      let byte = token[position]
      position += 1
      if byte.isASCIIDigit {
        if hasPoint { fraction.append(byte) } else { integer.append(byte) }
      } else if byte == ASCII.dot {
        hasPoint = true
      } else if byte == ASCII.underscore {
        if !hasPoint { isGrouped = true }
      } else if byte.isExponentMark {
        var exponent = Exponent(mark: byte)
        exponent.sign = Self.sign(token, &position)
        exponent.digits = Array(token[position...])
        self.exponent = exponent
        return
      } else {
        return nil
      }
    }
  }

  private static func sign(_ token: ArraySlice<UInt8>, _ position: inout Int) -> Sign {
    guard position < token.endIndex else { return .none }
    switch token[position] {
    case ASCII.plus:
      position += 1
      return .plus
    case ASCII.hyphen:
      position += 1
      return .hyphen
    case 0xE2:
      position += 3
      return .minus
    default: return .none
    }
  }

  /// Whether decimals are written, and no exponent.
  var hasDecimals: Bool { exponent == nil && !fraction.isEmpty }
}
