/// The one-hot vector of a class: 1 at its index and 0 elsewhere.
///
/// ```swift
/// oneHot(1, count: 3)  // => [0. 1. 0.]
/// ```
///
/// - Parameters:
///   - target: the index of the class, in 0..<count; otherwise traps.
///   - count: the number of classes, at least 1; less traps.
public func oneHot(
  _ target: Int,
  count: Int,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Vector {
  let zeros = Vector(repeating: 0, count: count, file: file, line: line)
  check("oneHot", file, line) { () throws(InvalidArgument) in
    try zeros.requireIndex(target, named: "target", below: count)
  }
  return zeros.oneHot(target)
}

extension Vector {
  /// The one-hot vector of this vector's length; the index must be within it.
  func oneHot(_ target: Int) -> Vector {
    Vector(unchecked: indices.map { kroneckerDelta($0, target) })
  }
}

extension RealArray {
  /// That targets are a probability distribution for each sample. The gradient ŷ − y holds only for
  /// targets that sum to 1; 1e-6 leaves room for the rounding of soft targets.
  func requireTargets<B: RealArray>(_ targets: B, _ name: String) throws(InvalidArgument) {
    try targets.requireShape(of: self, named: "targets", name)
    try targets.requireProbabilities("targets")
    let width = targets.shape.dimensions.last ?? 1
    let sums = targets.read { elements, count in
      stride(from: 0, to: count, by: width).map { PairwiseSum.of(elements + $0, count: width) }
    }
    for (row, sum) in sums.enumerated() where abs(sum - 1) > 1e-6 {
      throw .notDistribution(name: "targets", row: row, sum: sum, targets.shape)
    }
  }

  /// That an index names one of this vector's classes.
  func requireTarget(_ target: Int) throws(InvalidArgument) {
    try requireIndex(target, named: "target", below: shape.count)
  }
}
