/// The largest absolute difference between elements at the same place: how well two ways to compute
/// one thing agree.
///
/// NaN when any difference is, so that a comparison such as `< 1e-12` cannot hold by accident;
/// equal infinities differ by 0.
///
/// ```swift
/// let z: Vector = [2, 1, -1]
/// maximumAbsoluteDifference(exp(logSoftmax(z)), softmax(z)) < 1e-12  // => true
/// ```
///
/// - Parameters:
///   - left: of any shape.
///   - right: of the same shape; another one traps.
public func maximumAbsoluteDifference<A: RealArray>(
  _ left: A,
  _ right: A,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Double {
  check("maximumAbsoluteDifference", file, line) { () throws(InvalidArgument) in
    try left.requireShape(of: right, named: "left side", "right side")
  }
  return left.read { a, count in
    right.read { b, _ in
      (0..<count).reduce(0) { largest, index in
        .propagatingMaximum(largest, a[index] == b[index] ? 0 : abs(a[index] - b[index]))
      }
    }
  }
}
