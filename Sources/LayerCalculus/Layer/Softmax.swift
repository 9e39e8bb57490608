/// Softmax: exp(z_i) / Σ_j exp(z_j).
///
/// Equation (1) of J. Purcell, *Derivative of the Softmax Function*, 2021. The largest logit is
/// subtracted first, which changes nothing in exact arithmetic and keeps the exponentials from
/// overflowing.
///
/// ```swift
/// let activations = softmax([2, 1, -1])
/// activations.digits(4)  // => [0.7054 0.2595 0.0351]
/// activations.sum.digits(4)  // => 1.0000
/// ```
///
/// - Parameter logits: the weighted sums z of a layer, of any length; a value that is not finite
///   traps.
/// - Returns: the activations, as many as there are logits, each in 0...1 and together 1.
public func softmax(
  _ logits: Vector,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Vector {
  check("softmax", file, line) { () throws(InvalidArgument) in
    try logits.requireFinite("logits")
  }
  return logits.softmaxed
}

/// Softmax of each row of a batch.
///
/// ```swift
/// let batch: Matrix = [[0, 0], [1, 0]]
/// softmax(batch).digits(4)
/// // => [[0.5000 0.5000]
/// //     [0.7311 0.2689]]
/// ```
///
/// - Parameter logits: samples × classes; a value that is not finite traps.
/// - Returns: the activations in the same shape; each row sums to 1.
public func softmax(
  _ logits: Matrix,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Matrix {
  check("softmax", file, line) { () throws(InvalidArgument) in
    try logits.requireFinite("logits")
  }
  return logits.mapRows { $0.softmaxed }
}

extension Vector {
  fileprivate var softmaxed: Vector {
    let largest = maximum
    let exponentials = map { ($0 - largest).exponential }
    return exponentials / exponentials.sum
  }
}
