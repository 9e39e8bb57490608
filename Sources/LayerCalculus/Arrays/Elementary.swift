#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Vector {
  /// Applies a function to each element; the result is a vector again.
  public func map(_ transform: (Double) -> Double) -> Vector {
    Vector(unchecked: elements.map(transform))
  }
}

extension Matrix {
  /// Applies a function to each element; the result has the same shape.
  public func map(_ transform: (Double) -> Double) -> Matrix {
    Matrix(unchecked: elements.map(transform), rows: rows, columns: columns)
  }
}

/// The exponential of each element; it overflows to infinity above some 709.78.
public func exp<A: RealArray>(_ exponents: A) -> A {
  exponents.replacingElements(with: exponents.elements.map { exp($0) })
}

/// The natural logarithm of each element; −∞ at 0 and NaN below it.
public func log<A: RealArray>(_ arguments: A) -> A {
  arguments.replacingElements(with: arguments.elements.map { log($0) })
}

extension Double {
  var exponential: Double { exp(self) }
  var naturalLogarithm: Double { log(self) }
  /// ln(1 + self), exact for a small `self` too.
  var logarithmOfOnePlusSelf: Double { log1p(self) }
}
