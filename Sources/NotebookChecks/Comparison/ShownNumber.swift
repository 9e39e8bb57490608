/// The value of a number token, read exactly as far as 36 digits.
struct ShownNumber {
  enum Magnitude: Equatable {
    case finite
    case infinite
    case notANumber
  }

  private(set) var magnitude = Magnitude.finite
  private(set) var isNegative = false
  /// Whether there are neither decimals nor an exponent. The `3.` of NumPy is whole.
  private(set) var isWhole = true
  /// The power of ten of the last written digit.
  private(set) var exponent = 0
  /// All digits as one whole number; `nil` where they are too many.
  private(set) var coefficient: Int128? = 0
  /// The digits without leading zeros.
  private(set) var digitCount = 0

  /// Reads a number token.
  init(_ bytes: ArraySlice<UInt8>) {
    var position = bytes.startIndex
    var hasPoint = false
    reading: while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      switch byte {
      case ASCII.hyphen: isNegative = true
      // The minus of books is E2 88 92.
      case 0xE2: isNegative = true
      case ASCII.dot: hasPoint = true
      case _ where byte.isDigit:
        add(digit: byte)
        if hasPoint {
          exponent -= 1
          isWhole = false
        }
      case _ where byte.isExponentMark:
        isWhole = false
        exponent = Self.clamped(exponent + Self.power(bytes[position...]))
        break reading
      case _ where byte | 0x20 == UInt8(ascii: "n"):
        magnitude = .notANumber
        break reading
      case _ where byte | 0x20 == UInt8(ascii: "i"):
        magnitude = .infinite
        break reading
      default: break
      }
    }
  }

  private mutating func add(digit: UInt8) {
    if digitCount > 0 || digit != ASCII.zero { digitCount += 1 }
    coefficient =
      digitCount > 36 ? nil : coefficient.map { $0 * 10 + Int128(digit &- ASCII.zero) }
  }

  /// The written exponent.
  private static func power(_ bytes: ArraySlice<UInt8>) -> Int {
    var value = 0
    var isNegative = false
    for byte in bytes {
      if byte.isDigit {
        value = clamped(value * 10 + Int(byte &- ASCII.zero))
      } else if byte == ASCII.hyphen || byte == 0xE2 {
        isNegative = true
      }
    }
    return isNegative ? -value : value
  }

  /// An exponent far beyond those of a `Double`, so that no sum of them overflows.
  private static func clamped(_ exponent: Int) -> Int {
    min(max(exponent, -1_000_000_000), 1_000_000_000)
  }

  /// The value as a whole number of units of 10 to the power of `scale`; `nil` where that is too
  /// large or no whole number.
  func scaled(to scale: Int) -> Int128? {
    guard let coefficient else { return nil }
    if coefficient == 0 { return 0 }
    let zeros = exponent - scale
    guard zeros >= 0, zeros + digitCount <= 36 else { return nil }
    var value = isNegative ? -coefficient : coefficient
    for _ in 0..<zeros { value *= 10 }
    return value
  }

  /// The nearest `Double` to a number token.
  static func double(_ bytes: ArraySlice<UInt8>) -> Double {
    var text: [UInt8] = []
    for (index, byte) in zip(bytes.indices, bytes) {
      switch byte {
      case ASCII.underscore, 0x88, 0x92: continue
      case 0xE2: text.append(ASCII.hyphen)
      case ASCII.dot:
        // `1.` and `1.e-5` have no decimals, which not every reader of numbers takes.
        if index + 1 < bytes.endIndex, bytes[index + 1].isDigit {
          if text.last?.isDigit != true { text.append(ASCII.zero) }
          text.append(byte)
        }
      default: text.append(byte)
      }
    }
    return Double(String(decoding: text, as: UTF8.self)) ?? .nan
  }
}
