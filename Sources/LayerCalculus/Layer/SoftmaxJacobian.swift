/// The Jacobian of softmax from its activations: diag(s) − s sᵀ, whose element (i, j) is
/// ∂s_i/∂z_j = s_i (δ_ij − s_j).
///
/// Equation (5) of J. Purcell, *Derivative of the Softmax Function*, 2021 (with σ(z_i) on its left);
/// the two boxed cases of *Softmax and Its Derivative*, 2023; dS/dZ of *Derivative of the Softmax
/// Layer*.
///
/// ```swift
/// let activations = softmax([1, 0])
/// softmaxJacobian(activations: activations).digits(4)
/// // => [[ 0.1966 -0.1966]
/// //     [-0.1966  0.1966]]
/// ```
///
/// - Parameter activations: what `softmax` returned, n probabilities; one that is not in 0...1
///   traps, and so do more of them than there is memory for their squares.
/// - Returns: an n × n matrix, symmetric, whose rows sum to 0.
public func softmaxJacobian(
  activations: Vector,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Matrix {
  check("softmaxJacobian", file, line) { () throws(InvalidArgument) in
    try activations.requireProbabilities("activations")
    try InvalidArgument.requireMemory(
      for: [activations.count, activations.count],
      insteadOf: "softmaxVectorJacobianProduct"
    )
  }
  return activations.read { elements, count in
    Matrix(filling: count, count) { OuterProduct.writeSoftmaxJacobian(elements, count, to: $0) }
  }
}

/// The Jacobian of softmax at a point: `softmaxJacobian(activations: softmax(logits))`.
///
/// ```swift
/// softmaxJacobian([1, 0]).digits(4)
/// // => [[ 0.1966 -0.1966]
/// //     [-0.1966  0.1966]]
/// ```
///
/// - Parameter logits: the n weighted sums z; a value that is not finite traps.
/// - Returns: an n × n matrix whose element (i, j) is ∂s_i/∂z_j.
public func softmaxJacobian(
  _ logits: Vector,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Matrix {
  check("softmaxJacobian", file, line) { () throws(InvalidArgument) in
    try logits.requireFinite("logits")
  }
  return softmaxJacobian(activations: softmax(logits), file: file, line: line)
}
