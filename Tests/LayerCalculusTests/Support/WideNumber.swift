/// A number of twice the digits, as a sum of two: what the kernels are measured by.
struct WideNumber {
  var high: Double
  var low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  static func + (a: WideNumber, b: WideNumber) -> WideNumber {
    let sum = a.high + b.high
    let part = sum - a.high
    let error = (a.high - (sum - part)) + (b.high - part)
    return normalized(sum, error + a.low + b.low)
  }

  static func * (a: WideNumber, b: WideNumber) -> WideNumber {
    let product = a.high * b.high
    let error = (-product).addingProduct(a.high, b.high)
    return normalized(product, error + (a.high * b.low + a.low * b.high))
  }

  static func / (a: WideNumber, b: WideNumber) -> WideNumber {
    let first = a.high / b.high
    let rest = a + WideNumber(-first) * b
    return normalized(first, (rest.high + rest.low) / b.high)
  }

  private static func normalized(_ a: Double, _ b: Double) -> WideNumber {
    let sum = a + b
    return WideNumber(sum, b - (sum - a))
  }

  /// eˣ by its series at x / 2ᵏ, squared k times.
  static func exponential(_ x: WideNumber) -> WideNumber {
    let halvings = 10 + (x.high == 0 ? 0 : max(0, Int(x.high.exponent)))
    let scale = WideNumber(1 / Double(1 << halvings))
    let small = x * scale
    var (term, sum) = (WideNumber(1), WideNumber(1))
    for n in 1...14 {
      term = term * small / WideNumber(Double(n))
      sum = sum + term
    }
    for _ in 0..<halvings { sum = sum * sum }
    return sum
  }

  /// How far a number is from this one, in units in the last place of a magnitude.
  func distance(_ number: Double, inUlpsOf magnitude: Double) -> Double {
    (self + WideNumber(-number)).high.magnitude / magnitude.ulp
  }
}
