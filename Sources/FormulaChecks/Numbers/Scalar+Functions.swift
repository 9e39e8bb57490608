/// Functions of numbers with derivatives.
extension Scalar {
  var exponential: Scalar { through(TaylorSeries.exponential) }
  var magnitude: Scalar {
    // The length of a complex number moves with both of its parts.
    guard slopes.contains(where: { !$0.isReal }) || !value.isReal else {
      return through(TaylorSeries.magnitude)
    }
    return (realPart * realPart + imaginaryPart * imaginaryPart).squareRoot(isComplex: false)
  }
  var gamma: Scalar { through(TaylorSeries.gamma) }
  var arctangent: Scalar { through(TaylorSeries.arctangent) }

  func logarithm(isComplex: Bool) -> Scalar {
    through(TaylorSeries.logarithm(isComplex: isComplex))
  }

  func squareRoot(isComplex: Bool) -> Scalar {
    through(TaylorSeries.squareRoot(isComplex: isComplex))
  }

  var sine: Scalar {
    if value.isReal { return through(TaylorSeries.sine) }
    let turned = (Scalar.imaginaryUnit * self).exponential
    return (turned - turned.power(-1)) / (Scalar(2) * .imaginaryUnit)
  }

  var cosine: Scalar {
    if value.isReal { return through(TaylorSeries.cosine) }
    let turned = (Scalar.imaginaryUnit * self).exponential
    return (turned + turned.power(-1)) / Scalar(2)
  }

  var hyperbolicSine: Scalar { (exponential - (-self).exponential) / Scalar(2) }

  var hyperbolicCosine: Scalar { (exponential + (-self).exponential) / Scalar(2) }

  /// sin⁻¹ of a real number between −1 and 1.
  var arcsine: Scalar {
    if slopes.isEmpty, value.isReal, let integer = value.integer, abs(integer) == 1 {
      return Scalar(Number(DoubleDouble.pi * DoubleDouble(0.5 * Double(integer))))
    }
    return (self / (.one - self * self).squareRoot(isComplex: false)).arctangent
  }

  /// Its power. Of a negative number only whole powers are real.
  func power(_ exponent: Scalar, isComplex: Bool) -> Scalar {
    if exponent.slopes.isEmpty {
      if let whole = exponent.value.integer, abs(whole) <= 10_000 { return power(whole) }
      let two = Number(2)
      if let half = (exponent.value * two).integer, abs(half) < 100, exponent.value.error == 0 {
        return squareRoot(isComplex: isComplex).power(half)
      }
    }
    if value.isZero, value.error == 0, exponent.value.real.high > 0, slopes.isEmpty { return .zero }
    if slopes.isEmpty, value.isReal, value.real == .e { return exponent.exponential }
    return (exponent * logarithm(isComplex: isComplex)).exponential
  }

  /// A real root, also of negative numbers where its degree is odd.
  func root(_ degree: Int, isComplex: Bool) -> Scalar {
    if degree == 2 { return squareRoot(isComplex: isComplex) }
    let exponent = Scalar.one / Scalar(degree)
    if degree & 1 == 1, value.isReal, value.real.high < 0, !isComplex {
      return -(-self).power(exponent, isComplex: false)
    }
    return power(exponent, isComplex: isComplex)
  }

  static let imaginaryUnit = Scalar(Number(.zero, .one))
}
