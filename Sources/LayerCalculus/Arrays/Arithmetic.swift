extension RealArray {
  /// The sum, element by element; unequal shapes trap.
  public static func + (left: Self, right: Self) -> Self {
    combine(left, right, "+", +)
  }

  /// The difference, element by element; unequal shapes trap.
  public static func - (left: Self, right: Self) -> Self {
    combine(left, right, "-", -)
  }

  /// The array with every sign changed.
  public static prefix func - (array: Self) -> Self {
    array.replacingElements(with: array.elements.map { -$0 })
  }

  /// Every element times one number.
  public static func * (factor: Double, array: Self) -> Self {
    array.replacingElements(with: array.elements.map { factor * $0 })
  }

  /// Every element times one number.
  public static func * (array: Self, factor: Double) -> Self {
    factor * array
  }

  /// Every element divided by one number; division by zero gives what IEEE 754 says.
  public static func / (array: Self, divisor: Double) -> Self {
    array.replacingElements(with: array.elements.map { $0 / divisor })
  }

  /// Adds another array of the same shape, element by element.
  public static func += (left: inout Self, right: Self) {
    left = left + right
  }

  /// Subtracts another array of the same shape, element by element.
  public static func -= (left: inout Self, right: Self) {
    left = left - right
  }

  // An operator cannot take its caller's line, so these messages name the operation alone.
  private static func combine(
    _ left: Self,
    _ right: Self,
    _ symbol: String,
    _ operation: (Double, Double) -> Double
  ) -> Self {
    check("\(Self.self) \(symbol) \(Self.self)", #fileID, #line) { () throws(InvalidArgument) in
      try left.requireShape(of: right, named: "left side", "right side")
    }
    return left.replacingElements(with: zip(left.elements, right.elements).map(operation))
  }
}

/// The Hadamard product a ∘ b: the product element by element.
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
  return left.replacingElements(with: zip(left.elements, right.elements).map(*))
}
