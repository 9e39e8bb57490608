import Documents

/// Finds where a number ends, and whether what looks like one is a number at all.
///
/// Digits in a word are text, and so is what has two points or needless zeros in front: `x1`, `3rd`,
/// `1.5ms`, `0x1F`, `6.3.1`, `007`.
struct NumberScanner {
  let bytes: [UInt8]

  /// Where the number that begins at a place ends; `nil` where none begins.
  ///
  /// - Parameters:
  ///   - start: the place.
  ///   - isAfterOperand: whether the token before touches this place, so that neither a sign nor a
  ///     point can begin a number.
  func end(at start: Int, isAfterOperand: Bool) -> Int? {
    let byte = bytes[start]
    if byte.isASCIIDigit { return digitsEnd(at: start) }
    if !isAfterOperand, byte == ASCII.dot {
      return start + 1 < bytes.count && bytes[start + 1].isASCIIDigit ? digitsEnd(at: start) : nil
    }
    if byte < 0x80, byte.isASCIIWordByte { return specialEnd(at: start) }
    let sign = byte == ASCII.plus ? 1 : bytes.minusWidth(at: start)
    let digits = start + sign
    guard sign > 0, !isAfterOperand, digits < bytes.count else { return nil }
    if bytes[digits].isASCIIDigit { return digitsEnd(at: digits) }
    if bytes[digits] == ASCII.dot {
      return digits + 1 < bytes.count && bytes[digits + 1].isASCIIDigit
        ? digitsEnd(at: digits) : nil
    }
    return specialEnd(at: digits)
  }

  /// The end of digits, point and exponent.
  private func digitsEnd(at start: Int) -> Int? {
    var end = digitRunEnd(from: start)
    let isZeroPadded = end > start + 1 && bytes[start] == ASCII.zero
    var isPlain = true
    // The dots of `1...5` and `0..<3` are no point.
    if byte(end) == ASCII.dot, byte(end + 1) != ASCII.dot {
      end = digitRunEnd(from: end + 1)
      isPlain = false
    }
    let exponent = exponentEnd(at: end)
    if let exponent { end = exponent }
    if bytes.wordWidth(at: end) > 0 { return nil }
    if byte(end) == ASCII.dot, bytes.wordWidth(at: end + 1) > 0 { return nil }
    if isPlain, exponent == nil { return isZeroPadded ? nil : end }
    // In a UUID a group such as `12e4` is no number.
    if isPlain, byte(start - 1) == ASCII.hyphen || byte(end) == ASCII.hyphen { return nil }
    return end
  }

  private func exponentEnd(at position: Int) -> Int? {
    guard let mark = byte(position), mark.isExponentMark else { return nil }
    var digits = position + 1
    digits += byte(digits) == ASCII.plus ? 1 : bytes.minusWidth(at: digits)
    guard byte(digits)?.isASCIIDigit == true else { return nil }
    while byte(digits)?.isASCIIDigit == true { digits += 1 }
    return digits
  }

  /// The end of digits that single `_` may part.
  private func digitRunEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      if bytes[end].isASCIIDigit {
        end += 1
      } else if bytes[end] == ASCII.underscore, end > start, byte(end + 1)?.isASCIIDigit == true {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  /// The end of `nan` or `inf`, as programs write them. `Nan` is somebody's name.
  private func specialEnd(at start: Int) -> Int? {
    guard let first = byte(start),
      first | 0x20 == UInt8(ascii: "n") || first | 0x20 == UInt8(ascii: "i")
    else { return nil }
    let end = bytes.wordEnd(from: start)
    return Self.specials.contains { bytes[start..<end].elementsEqual($0.utf8) } ? end : nil
  }

  private static let specials = [
    "nan", "NaN", "NAN", "inf", "Inf", "INF", "infinity", "Infinity", "INFINITY",
  ]

  private func byte(_ position: Int) -> UInt8? {
    bytes.indices.contains(position) ? bytes[position] : nil
  }
}
