/// The logarithm of the sum of exponentials, ln Σ_j exp(z_j).
///
/// The second term of ln σ(z_i) = z_i − ln Σ_n exp(z_n) in section 4 of J. Purcell, *Derivative of
/// the Softmax Function*, 2021.
///
/// ```swift
/// let z: Vector = [1000, 1000]
/// logSumExp(z).digits(4)  // => 1000.6931
/// ```
///
/// - Parameter logits: of any length; a value that is not finite traps.
public func logSumExp(
  _ logits: Vector,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Double {
  check("logSumExp", file, line) { () throws(InvalidArgument) in
    try logits.requireFinite("logits")
  }
  return logits.maximum + logits.logSumExpAboveMaximum
}

/// The logarithm of the sum of exponentials of each row of a batch.
///
/// ```swift
/// let batch: Matrix = [[0, 0], [1000, 1000]]
/// logSumExp(batch).digits(4)  // => [   0.6931 1000.6931]
/// ```
///
/// - Parameter logits: samples × classes; a value that is not finite traps.
/// - Returns: a vector with one value for each sample.
public func logSumExp(
  _ logits: Matrix,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Vector {
  check("logSumExp", file, line) { () throws(InvalidArgument) in
    try logits.requireFinite("logits")
  }
  return logits.mapRows { $0.maximum + $0.logSumExpAboveMaximum }
}

/// The logarithm of softmax, z_i − ln Σ_j exp(z_j), in nats.
///
/// Section 4 of J. Purcell, *Derivative of the Softmax Function*, 2021. It stays right where
/// `log(softmax(z))` is −∞ because an activation is too small for a `Double`.
///
/// ```swift
/// logSoftmax([0, 0]).digits(4)  // => [-0.6931 -0.6931]
/// logSoftmax([0, -800])  // => [   0. -800.]
/// ```
///
/// - Parameter logits: of any length; a value that is not finite traps.
/// - Returns: as many values as there are logits, none above 0; −∞ only where two logits are
///   further apart than a `Double` can hold.
public func logSoftmax(
  _ logits: Vector,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Vector {
  check("logSoftmax", file, line) { () throws(InvalidArgument) in
    try logits.requireFinite("logits")
  }
  return logits.logSoftmaxed
}

/// The logarithm of softmax of each row of a batch, in nats.
///
/// ```swift
/// let batch: Matrix = [[0, 0], [0, -800]]
/// logSoftmax(batch).digits(4)
/// // => [[  -0.6931   -0.6931]
/// //     [   0.0000 -800.0000]]
/// ```
///
/// - Parameter logits: samples × classes; a value that is not finite traps.
/// - Returns: a matrix of the same shape.
public func logSoftmax(
  _ logits: Matrix,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Matrix {
  check("logSoftmax", file, line) { () throws(InvalidArgument) in
    try logits.requireFinite("logits")
  }
  return logits.mapRows { $0.logSoftmaxed }
}

extension Vector {
  /// ln Σ_j exp(z_j − max z). The largest term is exactly 1, so it is left to `log1p`, which keeps
  /// what the others add when that is below the precision of 1.
  fileprivate var logSumExpAboveMaximum: Double {
    let position = indexOfMaximum
    return read { logits, count in
      let (largest, next) = (logits[position], position + 1)
      let others =
        Exponential.sumShifted(logits, by: largest, position)
        + Exponential.sumShifted(logits + next, by: largest, count - next)
      return others.logarithmOfOnePlusSelf
    }
  }

  fileprivate var logSoftmaxed: Vector {
    let (largest, above) = (maximum, logSumExpAboveMaximum)
    return map { ($0 - largest) - above }
  }
}
