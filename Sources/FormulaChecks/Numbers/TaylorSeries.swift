/// The first terms of functions' Taylor series, by which numbers with derivatives go through them.
enum TaylorSeries {
  static func exponential(at point: Number, count: Int) -> [Number] {
    terms(at: point, count) { exact, count in
      let length = Number(exact.real.exponential)
      var term = length
      if !exact.isReal {
        let (sine, cosine) = exact.imaginary.sineAndCosine
        term = length * Number(cosine, sine)
      }
      return (0..<count).map { number in
        if number > 0 { term = term / Number(number) }
        return term
      }
    }
  }

  /// The principal logarithm; for a negative number only where numbers are complex.
  static func logarithm(isComplex: Bool) -> (Number, Int) -> [Number] {
    { point, count in
      terms(at: point, count) { exact, count in
        guard !exact.isZero, exact.isReal && exact.real.high > 0 || isComplex else {
          return undefined(count)
        }
        let real = exact.magnitude.real.logarithm
        let angle =
          exact.isReal && exact.real.high > 0
          ? .zero : DoubleDouble.angle(y: exact.imaginary, x: exact.real)
        var power = Number.one
        return (0..<count).map { number in
          guard number > 0 else { return Number(real, angle) }
          power = power / exact
          let term = power / Number(number)
          return number & 1 == 1 ? term : -term
        }
      }
    }
  }

  static func reciprocal(at point: Number, count: Int) -> [Number] {
    guard point.size > point.error else { return undefined(count) }
    var term = Number.one / point
    return (0..<count).map { number in
      if number > 0 { term = -(term / point) }
      return term
    }
  }

  static func squareRoot(isComplex: Bool) -> (Number, Int) -> [Number] {
    { point, count in
      if point.isZero, point.error == 0 { return [.zero] + undefined(count - 1) }
      return terms(at: point, count) { exact, count in
        guard exact.isReal && exact.real.high >= 0 || isComplex else { return undefined(count) }
        var term: Number
        if exact.isReal {
          let root = exact.real.magnitude.squareRoot
          term = exact.real.high >= 0 ? Number(root) : Number(.zero, root)
        } else {
          let length = exact.magnitude.real.squareRoot
          let angle = DoubleDouble.angle(y: exact.imaginary, x: exact.real) * DoubleDouble(0.5)
          let (sine, cosine) = angle.sineAndCosine
          term = Number(length * cosine, length * sine)
        }
        return (0..<count).map { number in
          if number > 0 { term = term * Number(3 - 2 * number) / (Number(2 * number) * exact) }
          return term
        }
      }
    }
  }

  static func sine(at point: Number, count: Int) -> [Number] { wave(point, count, turn: 0) }

  static func cosine(at point: Number, count: Int) -> [Number] { wave(point, count, turn: 1) }

  /// Sine and cosine are each other's derivatives, but for signs.
  private static func wave(_ point: Number, _ count: Int, turn: Int) -> [Number] {
    terms(at: point, count) { exact, count in
      guard exact.isReal else { return undefined(count) }
      let (sine, cosine) = exact.real.sineAndCosine
      var factorial = Number.one
      return (0..<count).map { number in
        if number > 0 { factorial = factorial * Number(number) }
        let value = (number + turn) & 1 == 0 ? sine : cosine
        let isNegative = (number + turn) & 2 != 0
        return Number(isNegative ? -value : value) / factorial
      }
    }
  }

  static func arctangent(at point: Number, count: Int) -> [Number] {
    terms(at: point, count) { exact, count in
      guard exact.isReal else { return undefined(count) }
      // The derivative is 1 ∕ (1 + x²), whose series is that of a quotient.
      let divisor = [Number.one + exact * exact, Number(2) * exact, .one]
      var slopes: [Number] = []
      for number in 0..<max(count - 1, 0) {
        var rest = number == 0 ? Number.one : .zero
        for back in 1...2 where number - back >= 0 {
          rest = rest - divisor[back] * slopes[number - back]
        }
        slopes.append(rest / divisor[0])
      }
      return [Number(exact.real.arctangent)]
        + slopes.enumerated().map { $0.element / Number($0.offset + 1) }
    }
  }

  /// The absolute value of a real number, or of a complex one that does not move.
  static func magnitude(at point: Number, count: Int) -> [Number] {
    guard count > 1 else { return [point.magnitude] }
    guard point.isReal, point.size > point.error else {
      return [point.magnitude] + undefined(count - 1)
    }
    let sign = Number(point.real.high < 0 ? -1 : 1)
    return [point.magnitude, sign] + Array(repeating: .zero, count: max(count - 2, 0))
  }

  /// Γ(x) for positive numbers that do not move.
  static func gamma(at point: Number, count: Int) -> [Number] {
    guard point.isReal, point.real.high > 0 else { return undefined(count) }
    var value = Number(point.real.logarithmOfGamma.exponential)
    // The series ends with an error of some 1e-32, which the exponential makes relative. Γ grows about as
    // its logarithm times x.
    let growth = 1 + abs(point.real.high) / min(1, point.real.high)
    value.error = value.size * (1e-29 + growth * point.error)
    return [value] + undefined(count - 1)
  }

  static func undefined(_ count: Int) -> [Number] {
    Array(repeating: .undefined, count: max(count, 0))
  }

  /// The terms at an exact number, with what the point's own error makes of them: as much as the next term
  /// says that each of them changes.
  private static func terms(
    at point: Number,
    _ count: Int,
    _ series: (Number, Int) -> [Number]
  ) -> [Number] {
    var exact = point
    exact.error = 0
    guard point.error > 0 else {
      return series(exact, count).map { term in
        var term = term
        term.error += 8 * DoubleDouble.unit * term.size
        return term
      }
    }
    let terms = series(exact, count + 1)
    return (0..<count).map { number in
      var term = terms[number]
      term.error +=
        8 * DoubleDouble.unit * term.size
        + Double(number + 1) * terms[number + 1].size * point.error
      return term
    }
  }
}
