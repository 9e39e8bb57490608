/// A number without its sign, as decimal digits: exact where a `Double` would not be.
struct DecimalDigits {
  /// The digits from 0 to 9, without leading zeros. Zero has none.
  private(set) var digits: [UInt8]
  /// The power of ten of the last digit.
  private(set) var exponent: Int

  /// The value of a written number; `nil` where its exponent is out of all bounds.
  init?(_ number: NumberNotation) {
    var power = 0
    if let written = number.exponent {
      guard let value = written.value, abs(value) < 10_000 else { return nil }
      power = value
    }
    digits = (number.integer + number.fraction).map { $0 &- ASCII.zero }.drop { $0 == 0 }.map { $0 }
    exponent = power - number.fraction.count
  }

  /// The power of ten of the first digit.
  var magnitude: Int { digits.isEmpty ? 0 : exponent + digits.count - 1 }

  /// Rounds, half away from zero, so that the last digit has a given power of ten.
  mutating func round(to last: Int) {
    if exponent >= last {
      if !digits.isEmpty { digits += Array(repeating: 0, count: exponent - last) }
      exponent = last
      return
    }
    let dropped = last - exponent
    exponent = last
    guard dropped <= digits.count else {
      digits = []
      return
    }
    let isUp = digits[digits.count - dropped] >= 5
    digits.removeLast(dropped)
    if isUp { increment() }
  }

  private mutating func increment() {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
  }
}
