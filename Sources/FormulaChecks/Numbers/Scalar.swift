/// A number with its derivatives by letters of which some are moved: a polynomial in ε₁, ε₂ and so on whose
/// squares vanish, after W. K. Clifford's dual numbers. So derivatives come without differences, of any order,
/// and one within another.
struct Scalar: Sendable {
  /// The number itself.
  var value: Number
  /// The factors of the products of ε, by the set of those that take part, as bits, from 1 on; empty for a
  /// number that does not move.
  private(set) var slopes: [Number] = []

  init(_ value: Number) { self.value = value }

  init(_ value: Int) { self.value = Number(value) }

  static let zero = Scalar(0)
  static let one = Scalar(1)
  static let undefined = Scalar(.undefined)

  /// The largest of the number and its derivatives.
  var size: Double { slopes.reduce(value.size) { Swift.max($0, $1.size) } }

  /// The same, of which all may be further from the truth.
  func blurred(by error: Double) -> Scalar {
    Scalar(
      parts: (0..<count).map { set in
        var part = part(set)
        part.error += error
        return part
      }
    )
  }

  private init(parts: [Number]) {
    value = parts[0]
    slopes = Array(parts.dropFirst())
  }

  private var count: Int { slopes.count + 1 }

  private func part(_ set: Int) -> Number {
    set == 0 ? value : set <= slopes.count ? slopes[set - 1] : .zero
  }

  /// Whether an ε moves it.
  var isMoving: Bool { slopes.contains { !$0.isZero } }

  /// The same, moved by an ε.
  func moved(by level: Int) -> Scalar {
    var parts = (0..<max(count, 2 << level)).map(part)
    parts[1 << level] = parts[1 << level] + .one
    return Scalar(parts: parts)
  }

  /// The factor of an ε, which is the derivative by what was moved by it. No later one may be in use.
  func slope(of level: Int) -> Scalar {
    let bit = 1 << level
    guard count > bit else { return .zero }
    return Scalar(parts: (0..<bit).map { part($0 | bit) })
  }

  /// What does not move with an ε.
  func resting(of level: Int) -> Scalar {
    let bit = 1 << level
    return count > bit ? Scalar(parts: (0..<bit).map(part)) : self
  }

  static prefix func - (a: Scalar) -> Scalar { Scalar(parts: (0..<a.count).map { -a.part($0) }) }

  static func + (a: Scalar, b: Scalar) -> Scalar {
    if a.slopes.isEmpty && b.slopes.isEmpty { return Scalar(a.value + b.value) }
    return Scalar(parts: (0..<max(a.count, b.count)).map { a.part($0) + b.part($0) })
  }

  static func - (a: Scalar, b: Scalar) -> Scalar {
    if a.slopes.isEmpty && b.slopes.isEmpty { return Scalar(a.value - b.value) }
    return Scalar(parts: (0..<max(a.count, b.count)).map { a.part($0) - b.part($0) })
  }

  static func * (a: Scalar, b: Scalar) -> Scalar {
    if a.slopes.isEmpty && b.slopes.isEmpty { return Scalar(a.value * b.value) }
    return Scalar(
      parts: (0..<max(a.count, b.count)).map { set in
        var sum = a.value * b.part(set)
        // The subsets of a set, each but the empty one.
        var subset = set
        while subset > 0 {
          sum = sum + a.part(subset) * b.part(set & ~subset)
          subset = (subset - 1) & set
        }
        return sum
      }
    )
  }

  static func / (a: Scalar, b: Scalar) -> Scalar {
    b.slopes.isEmpty && a.slopes.isEmpty ? Scalar(a.value / b.value) : a * b.power(-1)
  }

  /// A function of it.
  /// - Parameter series: gives so many terms of the function's Taylor series at a number.
  func through(_ series: (Number, Int) -> [Number]) -> Scalar {
    let order = count.trailingZeroBitCount
    let terms = series(value, order + 1)
    guard order > 0 else { return Scalar(terms[0]) }
    var move = self
    move.value = .zero
    var power = move
    var sum = Scalar(terms[0])
    for term in terms.dropFirst() {
      sum = sum + Scalar(term) * power
      power = power * move
    }
    return sum
  }

  /// Its whole power.
  func power(_ exponent: Int) -> Scalar {
    if exponent < 0 {
      guard exponent == -1 else { return power(-1).power(-exponent) }
      return through(TaylorSeries.reciprocal)
    }
    var result = Scalar.one
    var base = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result * base }
      rest >>= 1
      if rest > 0 { base = base * base }
    }
    return result
  }

  var conjugate: Scalar { Scalar(parts: (0..<count).map { part($0).conjugate }) }

  /// What is real of each part.
  var realPart: Scalar {
    Scalar(parts: (0..<count).map { Number(part($0).real, error: part($0).error) })
  }

  /// What is imaginary of each part.
  var imaginaryPart: Scalar {
    Scalar(parts: (0..<count).map { Number(part($0).imaginary, error: part($0).error) })
  }
}
