import Documents

/// A number token as its decimal digits, which are never turned into a binary number: whether a
/// number was rounded rightly is a question about digits.
struct ShownNumber {
  enum Magnitude: Equatable {
    case finite
    case infinite
    case notANumber
    /// Its exponent is beyond all bounds.
    case unreadable
  }

  private(set) var magnitude = Magnitude.finite
  private(set) var isNegative = false
  /// The power of ten of the last written digit.
  private(set) var lastPlace = 0
  /// How many digits there are from the first that is not zero on; none for zero.
  private(set) var digitCount = 0
  /// The bytes from that digit on; points and `_` are among them.
  private var mantissa: ArraySlice<UInt8> = []

  var isZero: Bool { digitCount == 0 }

  /// Reads a number token.
  init(_ bytes: ArraySlice<UInt8>) {
    var position = bytes.startIndex
    var first: Int?
    var hasPoint = false
    reading: while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      switch byte {
      // The minus of books is E2 88 92.
      case ASCII.hyphen, 0xE2: isNegative = true
      case ASCII.dot: hasPoint = true
      case _ where byte.isASCIIDigit:
        if hasPoint { lastPlace -= 1 }
        if first == nil, byte != ASCII.zero { first = position - 1 }
        if first != nil { digitCount += 1 }
      case _ where byte.isExponentMark:
        mantissa = bytes[(first ?? position - 1)..<position - 1]
        guard let power = Self.power(bytes[position...]) else {
          magnitude = .unreadable
          return
        }
        lastPlace += power
        return
      case _ where byte | 0x20 == UInt8(ascii: "n"):
        magnitude = .notANumber
        return
      case _ where byte | 0x20 == UInt8(ascii: "i"):
        magnitude = .infinite
        return
      default: break
      }
    }
    mantissa = bytes[(first ?? bytes.endIndex)...]
  }

  /// The written exponent; `nil` where it has more than 15 digits.
  private static func power(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    var isNegative = false
    for byte in bytes {
      if byte.isASCIIDigit {
        value = value * 10 + Int(byte &- ASCII.zero)
        guard value < 1_000_000_000_000_000 else { return nil }
      } else if byte == ASCII.hyphen || byte == 0xE2 {
        isNegative = true
      }
    }
    return isNegative ? -value : value
  }

  /// The digits from the first that is not zero on, from 0 to 9.
  private var digits: some Sequence<UInt8> {
    mantissa.lazy.filter(\.isASCIIDigit).map { $0 &- ASCII.zero }
  }

  /// Whether this is another number rounded, or cut off, at this one's last written place.
  ///
  /// Half a unit may be rounded either way, so that nobody has to know by which rule it was. Where the
  /// other has no digits beyond that place, both must be the same.
  func isRounding(of value: ShownNumber) -> Bool {
    guard !value.isZero else { return isZero }
    // The first digits of the value that are worth this number's last place, or more.
    let kept = value.digitCount + value.lastPlace - lastPlace
    guard !isZero else { return kept <= 0 && (value.isNegative || !isNegative) }
    guard isNegative == value.isNegative else { return false }
    var own = digits.makeIterator()
    var other = value.digits.makeIterator()
    if digitCount == kept {
      var isUp = false
      while let wanted = own.next() {
        let digit = other.next() ?? 0
        if !isUp, wanted == digit { continue }
        // From the digit on that was rounded up, nines became zeros.
        guard isUp ? wanted == 0 && digit == 9 : wanted == digit + 1 else { return false }
        isUp = true
      }
      return !isUp || other.next() ?? 0 >= 5
    }
    // 9.96 became 10.0, which has a digit more.
    guard digitCount == kept + 1, own.next() == 1 else { return false }
    while let wanted = own.next() {
      guard wanted == 0, other.next() ?? 0 == 9 else { return false }
    }
    return other.next() ?? 0 >= 5
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
        if index + 1 < bytes.endIndex, bytes[index + 1].isASCIIDigit {
          if text.last?.isASCIIDigit != true { text.append(ASCII.zero) }
          text.append(byte)
        }
      default: text.append(byte)
      }
    }
    return Double(String(decoding: text, as: UTF8.self)) ?? .nan
  }
}
