#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Vector {
  /// Applies a function to each element; the result is a vector again.
  ///
  /// ```swift
  /// let x: Vector = [1, 4, 9]
  /// x.map { $0.squareRoot() }  // => [1. 2. 3.]
  /// ```
  public func map(_ transform: (Double) -> Double) -> Vector {
    filled { Elementwise.map($0, to: $1, $2, transform) }
  }
}

extension Matrix {
  /// Applies a function to each element; the result has the same shape.
  ///
  /// ```swift
  /// let A: Matrix = [[1, -2], [-3, 4]]
  /// A.map { max($0, 0) }
  /// // => [[1. 0.]
  /// //     [0. 4.]]
  /// ```
  public func map(_ transform: (Double) -> Double) -> Matrix {
    filled { Elementwise.map($0, to: $1, $2, transform) }
  }
}

/// The exponential of each element, within 1 ulp; it overflows to infinity above some 709.78.
///
/// ```swift
/// let x: Vector = [0, 1]
/// exp(x)  // => [1.         2.71828183]
/// ```
public func exp<A: RealArray>(_ exponents: A) -> A {
  exponents.filled { Exponential.write($0, to: $1, $2) }
}

/// The natural logarithm of each element; −∞ at 0 and NaN below it.
///
/// ```swift
/// let x: Vector = [1, 0]
/// log(x)  // => [  0. -inf]
/// ```
public func log<A: RealArray>(_ arguments: A) -> A {
  arguments.filled { Elementwise.map($0, to: $1, $2) { log($0) } }
}

extension Double {
  var exponential: Double { exp(self) }
  var naturalLogarithm: Double { log(self) }
  /// ln(1 + self), exact for a small `self` too.
  var logarithmOfOnePlusSelf: Double { log1p(self) }
}
