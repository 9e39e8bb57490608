/// A real or complex number, and how far from it the truth may be: each operation adds what it loses by
/// rounding to what its operands had lost. So two numbers are the same where they differ by no more.
struct Number: Sendable {
  var real: DoubleDouble
  /// Zero for a real number.
  var imaginary = DoubleDouble.zero
  /// How far the truth may be away.
  var error = 0.0

  init(_ real: DoubleDouble, _ imaginary: DoubleDouble = .zero, error: Double = 0) {
    self.real = real
    self.imaginary = imaginary
    self.error = error
  }

  init(_ value: Double) { real = DoubleDouble(value) }

  init(_ value: Int) { real = DoubleDouble(value) }

  static let zero = Number(0)
  static let one = Number(1)
  /// What there is where nothing is defined.
  static let undefined = Number(DoubleDouble.nan)

  var isReal: Bool { imaginary.isZero }
  var isZero: Bool { real.isZero && imaginary.isZero }
  var isFinite: Bool { real.isFinite && imaginary.isFinite && error.isFinite }

  /// The absolute value, for comparisons.
  var size: Double {
    isReal ? abs(real.high) : (real.high * real.high + imaginary.high * imaginary.high).squareRoot()
  }

  /// The whole number that it is; `nil` for any other.
  var integer: Int? {
    guard isReal, isFinite else { return nil }
    if let integer = real.integer { return integer }
    // What came by a calculation may miss a whole number by its error.
    let nearest = real.high.rounded()
    let distance = abs((real - DoubleDouble(nearest)).high)
    return distance <= 4 * error ? Int(exactly: nearest) : nil
  }

  /// Rounded by what came before, with room for the rounding of this operation.
  private func rounded(_ error: Double) -> Number {
    Number(real, imaginary, error: error + DoubleDouble.unit * size)
  }

  static prefix func - (a: Number) -> Number { Number(-a.real, -a.imaginary, error: a.error) }

  static func + (a: Number, b: Number) -> Number {
    let imaginary = a.isReal && b.isReal ? .zero : a.imaginary + b.imaginary
    return Number(a.real + b.real, imaginary).rounded(a.error + b.error)
  }

  static func - (a: Number, b: Number) -> Number { a + -b }

  static func * (a: Number, b: Number) -> Number {
    // An exact zero makes all of it zero, as in a derivative of what does not depend on a letter.
    if a.isZero && a.error == 0 && b.isFinite || b.isZero && b.error == 0 && a.isFinite {
      return .zero
    }
    var product: Number
    if a.isReal && b.isReal {
      product = Number(a.real * b.real)
    } else {
      product = Number(
        a.real * b.real - a.imaginary * b.imaginary,
        a.real * b.imaginary + a.imaginary * b.real
      )
    }
    product = product.rounded(a.size * b.error + b.size * a.error + a.error * b.error)
    if !a.isReal || !b.isReal { product.error += DoubleDouble.unit * a.size * b.size }
    return product
  }

  static func / (a: Number, b: Number) -> Number {
    // By zero, or by what may be zero, nothing can be divided.
    guard b.size > b.error else { return .undefined }
    var quotient: Number
    if b.isReal {
      quotient = Number(a.real / b.real, a.isReal ? .zero : a.imaginary / b.real)
    } else {
      let square = b.real * b.real + b.imaginary * b.imaginary
      quotient = Number(
        (a.real * b.real + a.imaginary * b.imaginary) / square,
        (a.imaginary * b.real - a.real * b.imaginary) / square
      )
      quotient.error = 4 * DoubleDouble.unit * quotient.size
    }
    let error = quotient.error + (a.error + quotient.size * b.error) / (b.size - b.error)
    quotient.error = 0
    return quotient.rounded(error)
  }

  var conjugate: Number { Number(real, -imaginary, error: error) }

  /// The absolute value.
  var magnitude: Number {
    if isReal { return Number(real.magnitude, error: error) }
    return Number((real * real + imaginary * imaginary).squareRoot).rounded(error)
  }
}
