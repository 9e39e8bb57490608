/// A number of twice the precision of `Double`, some 32 digits, as the sum of two, after T. J. Dekker, 1971.
struct DoubleDouble: Sendable {
  /// The number, rounded.
  var high: Double
  /// What rounding took away.
  var low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  init(_ value: Int) {
    let high = Double(value)
    // What a whole number of 64 bits loses on rounding fits another.
    self.init(sum: high, Double(value &- (Int(exactly: high) ?? value)))
  }

  /// The sum of two numbers without any loss.
  init(sum a: Double, _ b: Double) {
    let sum = a + b
    let part = sum - a
    self.init(sum, (a - (sum - part)) + (b - part))
  }

  /// The product of two numbers without any loss.
  init(product a: Double, _ b: Double) {
    let product = a * b
    self.init(product, (-product).addingProduct(a, b))
  }

  /// A decimal number such as `12.5`; `nil` for any other text.
  init?(decimal text: String) {
    var value = DoubleDouble(0)
    var digitsBehindPoint = 0
    var hasPoint = false
    var hasDigit = false
    for character in text {
      if character == ".", !hasPoint {
        hasPoint = true
      } else if let digit = character.wholeNumberValue, character.isASCII {
        value = value * DoubleDouble(10) + DoubleDouble(digit)
        digitsBehindPoint += hasPoint ? 1 : 0
        hasDigit = true
      } else {
        return nil
      }
    }
    guard hasDigit else { return nil }
    self = value / DoubleDouble(10).power(digitsBehindPoint)
  }

  static let zero = DoubleDouble(0)
  static let one = DoubleDouble(1)
  static let nan = DoubleDouble(.nan)
  static let pi = DoubleDouble(3.141592653589793, 1.2246467991473532e-16)
  static let e = DoubleDouble(2.718281828459045, 1.4456468917292502e-16)
  static let ln2 = DoubleDouble(0.6931471805599453, 2.3190468138462996e-17)

  /// How large a part of a result its rounding may take, with room to spare.
  static let unit = 0x1p-98

  var isFinite: Bool { high.isFinite }
  var isZero: Bool { high == 0 && low == 0 }
  var magnitude: DoubleDouble { high < 0 || high == 0 && low < 0 ? -self : self }
}

extension DoubleDouble: Comparable {
  static func == (a: DoubleDouble, b: DoubleDouble) -> Bool { a.high == b.high && a.low == b.low }

  static func < (a: DoubleDouble, b: DoubleDouble) -> Bool {
    a.high < b.high || a.high == b.high && a.low < b.low
  }
}

extension DoubleDouble {
  static prefix func - (a: DoubleDouble) -> DoubleDouble { DoubleDouble(-a.high, -a.low) }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let high = DoubleDouble(sum: a.high, b.high)
    guard high.high.isFinite else { return DoubleDouble(high.high) }
    let low = DoubleDouble(sum: a.low, b.low)
    let first = normal(high.high, high.low + low.high)
    return normal(first.high, first.low + low.low)
  }

  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let product = DoubleDouble(product: a.high, b.high)
    guard product.high.isFinite else { return DoubleDouble(product.high) }
    return normal(product.high, product.low + (a.high * b.low + a.low * b.high))
  }

  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    guard first.isFinite, b.high.isFinite else { return DoubleDouble(first) }
    let rest = a - b * DoubleDouble(first)
    let second = rest.high / b.high
    let last = (rest - b * DoubleDouble(second)).high / b.high
    return normal(first, second) + DoubleDouble(last)
  }

  private static func normal(_ high: Double, _ low: Double) -> DoubleDouble {
    let sum = high + low
    return DoubleDouble(sum, low - (sum - high))
  }

  /// Multiplied by a power of two, without any loss.
  func scaled(byPowerOfTwo exponent: Int) -> DoubleDouble {
    DoubleDouble(
      Double(sign: .plus, exponent: exponent, significand: high),
      Double(sign: .plus, exponent: exponent, significand: low)
    )
  }

  func power(_ exponent: Int) -> DoubleDouble {
    var result = DoubleDouble.one
    var base = self
    var rest = exponent.magnitude
    while rest > 0 {
      if rest & 1 == 1 { result = result * base }
      base = base * base
      rest >>= 1
    }
    return exponent < 0 ? .one / result : result
  }

  var squareRoot: DoubleDouble {
    guard high > 0, high.isFinite else { return DoubleDouble(high.squareRoot()) }
    let root = DoubleDouble(high.squareRoot())
    // One step of Newton's doubles the digits.
    return root + (self - root * root) / (root + root)
  }

  /// The nearest whole number that is not greater.
  var floor: DoubleDouble {
    let whole = high.rounded(.down)
    guard whole == high else { return DoubleDouble(whole) }
    return Self.normal(whole, low.rounded(.down))
  }

  /// The whole number that it is; `nil` for any other.
  var integer: Int? { low == 0 ? Int(exactly: high) : nil }
}
