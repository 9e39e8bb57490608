import Foundation

/// Elementary functions to some 31 digits. Each brings its argument near to zero, where few terms of a
/// series do, or doubles the digits of what `Double` gives by a step of Newton's.
extension DoubleDouble {
  var exponential: DoubleDouble {
    guard high.isFinite, Swift.abs(high) < 709 else {
      return high < 0 ? .zero : high.isNaN ? .nan : DoubleDouble(.infinity)
    }
    let power = (high / Self.ln2.high).rounded()
    let halvings = 9
    let rest = (self - Self.ln2 * DoubleDouble(power)).scaled(byPowerOfTwo: -halvings)
    // exp x − 1 keeps its digits on doubling, as exp x would not.
    var sum = Self.seriesWithoutFirst(rest)
    for _ in 0..<halvings { sum = sum + sum + sum * sum }
    return (sum + .one).scaled(byPowerOfTwo: Int(power))
  }

  /// The series of exp x − 1 for |x| below 0.0007, where the eleventh term is below 1e-42.
  private static func seriesWithoutFirst(_ x: DoubleDouble) -> DoubleDouble {
    var sum = reciprocalFactorials[9]
    for number in (0..<9).reversed() { sum = sum * x + reciprocalFactorials[number] }
    return sum * x
  }

  /// 1∕1!, 1∕2! and so on.
  private static let reciprocalFactorials: [DoubleDouble] = {
    var factorial = DoubleDouble.one
    return (1...10).map { number in
      factorial = factorial * DoubleDouble(number)
      return .one / factorial
    }
  }()

  /// By one step of E. Halley's, which has thrice the digits that `Double` gives.
  var logarithm: DoubleDouble {
    guard high > 0, high.isFinite else { return DoubleDouble(log(high)) }
    let guess = DoubleDouble(log(high))
    if Swift.abs(guess.high) > 700 {
      // Its power would be too large or too small for a number.
      let shift = guess.high > 0 ? -100 : 100
      return scaled(byPowerOfTwo: shift).logarithm - Self.ln2 * DoubleDouble(shift)
    }
    let power = guess.exponential
    let step = (self - power) / (self + power)
    return guess + step + step
  }

  /// Sine and cosine together. Beyond a million the digits of π do not suffice.
  var sineAndCosine: (sine: DoubleDouble, cosine: DoubleDouble) {
    guard Swift.abs(high) < 1e6 else { return (.nan, .nan) }
    let quarter = Self.pi.scaled(byPowerOfTwo: -1)
    let turns = (high / quarter.high).rounded()
    let rest = self - quarter * DoubleDouble(turns)
    let (sine, cosine) = Self.sineAndCosineSeries(rest)
    switch Int(turns) & 3 {
    case 0: return (sine, cosine)
    case 1: return (cosine, -sine)
    case 2: return (-sine, -cosine)
    default: return (-cosine, sine)
    }
  }

  private static func sineAndCosineSeries(_ x: DoubleDouble) -> (DoubleDouble, DoubleDouble) {
    var (sine, cosine) = (x, DoubleDouble.one)
    var term = x
    for number in 2...40 {
      term = term * x / DoubleDouble(number)
      let signed = number & 2 == 0 ? term : -term
      if number & 1 == 0 { cosine = cosine + signed } else { sine = sine + signed }
      if Swift.abs(term.high) < 1e-34 * Swift.abs(x.high) { break }
    }
    return (sine, cosine)
  }

  var arctangent: DoubleDouble {
    guard high.isFinite else { return DoubleDouble(atan(high)) }
    let guess = DoubleDouble(atan(high))
    let (sine, cosine) = guess.sineAndCosine
    return guess + (self * cosine - sine) / (cosine + self * sine)
  }

  /// The angle of a point, from −π to π.
  static func angle(y: DoubleDouble, x: DoubleDouble) -> DoubleDouble {
    let half = pi.scaled(byPowerOfTwo: -1)
    if x.isZero { return y.isZero ? .zero : y.high > 0 ? half : -half }
    let angle = (y / x).arctangent
    if x.high > 0 { return angle }
    return y.high < 0 ? angle - pi : angle + pi
  }

  /// The logarithm of Γ for positive arguments, by Stirling's series.
  var logarithmOfGamma: DoubleDouble {
    guard high > 0, high < 1e15 else { return .nan }
    var argument = self
    var product = DoubleDouble.one
    while argument.high < 32 {
      product = product * argument
      argument = argument + .one
    }
    let half = DoubleDouble(0.5)
    let whole = Self.pi + Self.pi
    var sum = (argument - half) * argument.logarithm - argument + half * whole.logarithm
    var power = argument
    for (number, bernoulli) in Self.bernoulli.enumerated() {
      let order = 2 * (number + 1)
      let factor =
        DoubleDouble(bernoulli.0)
        / (DoubleDouble(bernoulli.1) * DoubleDouble(order * (order - 1)))
      sum = sum + factor / power
      power = power * argument * argument
    }
    return sum - product.logarithm
  }

  /// The numbers of Bernoulli with even places, from the second.
  private static let bernoulli: [(Int, Int)] = [
    (1, 6), (-1, 30), (1, 42), (-1, 30), (5, 66), (-691, 2730), (7, 6), (-3617, 510),
    (43867, 798), (-174_611, 330), (854_513, 138), (-236_364_091, 2730), (8_553_103, 6),
  ]
}
