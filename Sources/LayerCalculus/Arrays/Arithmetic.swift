extension RealArray {
  /// The sum, element by element; unequal shapes trap.
  ///
  /// ```swift
  /// let x: Vector = [1, 2]
  /// let y: Vector = [10, 20]
  /// x + y  // => [11. 22.]
  /// ```
  public static func + (left: Self, right: Self) -> Self {
    combine(left, right, "+", +)
  }

  /// The difference, element by element; unequal shapes trap.
  ///
  /// ```swift
  /// let x: Vector = [1, 2]
  /// let y: Vector = [10, 20]
  /// y - x  // => [ 9. 18.]
  /// ```
  public static func - (left: Self, right: Self) -> Self {
    combine(left, right, "-", -)
  }

  /// The array with every sign changed.
  ///
  /// ```swift
  /// let x: Vector = [1, -2]
  /// -x  // => [-1.  2.]
  /// ```
  public static prefix func - (array: Self) -> Self {
    array.filled { Elementwise.map($0, to: $1, $2) { -$0 } }
  }

  /// Every element times one number.
  ///
  /// ```swift
  /// let x: Vector = [1, 2]
  /// 3 * x  // => [3. 6.]
  /// ```
  public static func * (factor: Double, array: Self) -> Self {
    array.filled { Elementwise.map($0, to: $1, $2) { factor * $0 } }
  }

  /// Every element times one number.
  ///
  /// ```swift
  /// let x: Vector = [1, 2]
  /// x * 3  // => [3. 6.]
  /// ```
  public static func * (array: Self, factor: Double) -> Self {
    factor * array
  }

  /// Every element divided by one number; division by zero gives what IEEE 754 says.
  ///
  /// ```swift
  /// let x: Vector = [1, -2]
  /// x / 4  // => [ 0.25 -0.5 ]
  /// x / 0  // => [ inf -inf]
  /// ```
  public static func / (array: Self, divisor: Double) -> Self {
    array.filled { Elementwise.map($0, to: $1, $2) { $0 / divisor } }
  }

  /// Adds another array of the same shape, element by element.
  ///
  /// ```swift
  /// var x: Vector = [1, 2]
  /// let step: Vector = [10, 20]
  /// x += step
  /// x  // => [11. 22.]
  /// ```
  public static func += (left: inout Self, right: Self) {
    left = left + right
  }

  /// Subtracts another array of the same shape, element by element.
  ///
  /// ```swift
  /// var weights: Vector = [1, 2]
  /// let gradient: Vector = [10, -10]
  /// weights -= 0.1 * gradient
  /// weights  // => [0. 3.]
  /// ```
  public static func -= (left: inout Self, right: Self) {
    left = left - right
  }

  // An operator cannot take its caller's line, so these messages name the operation alone.
  @inline(__always)
  private static func combine(
    _ left: Self,
    _ right: Self,
    _ symbol: String,
    _ operation: (Double, Double) -> Double
  ) -> Self {
    check("\(Self.self) \(symbol) \(Self.self)", #fileID, #line) { () throws(InvalidArgument) in
      try left.requireShape(of: right, named: "left side", "right side")
    }
    return left.filled { a, result, count in
      right.read { b, _ in Elementwise.combine(a, b, to: result, count, operation) }
    }
  }
}

/// The Hadamard product a ∘ b: the product element by element.
///
/// ```swift
/// let a: Vector = [1, 2, 3]
/// let b: Vector = [4, 5, 6]
/// hadamard(a, b)  // => [ 4. 10. 18.]
/// ```
///
/// - Parameters:
///   - left: of any shape.
///   - right: of the same shape; another one traps.
public func hadamard<A: RealArray>(
  _ left: A,
  _ right: A,
  file: StaticString = #fileID,
  line: UInt = #line
) -> A {
  check("hadamard", file, line) { () throws(InvalidArgument) in
    try left.requireShape(of: right, named: "left side", "right side")
  }
  return left.filled { a, result, count in
    right.read { b, _ in Elementwise.combine(a, b, to: result, count, *) }
  }
}
