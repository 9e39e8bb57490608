/// The vector–Jacobian product of softmax without the Jacobian: vᵀ(diag(s) − s sᵀ), which is
/// s ∘ (v − v·s).
///
/// It turns the gradient with respect to the activations into the one with respect to the weighted
/// sums, in time and memory proportional to n instead of n². It follows from equation (5) of
/// J. Purcell, *Derivative of the Softmax Function*, 2021.
///
/// ```swift
/// let activations = softmax([2, 1, -1])
/// let upstream: Vector = [1, 0, 0]
/// let gradient = softmaxVectorJacobianProduct(activations: activations, upstream: upstream)
/// gradient.digits(4)  // => [ 0.2078 -0.1830 -0.0248]
/// let longWay = upstream * softmaxJacobian(activations: activations)
/// maximumAbsoluteDifference(gradient, longWay) < 1e-12  // => true
/// ```
///
/// - Parameters:
///   - activations: what `softmax` returned, n probabilities; one that is not in 0...1 traps.
///   - upstream: v, the gradient with respect to the activations, n finite values; otherwise traps.
/// - Returns: the n elements of vᵀJ.
public func softmaxVectorJacobianProduct(
  activations: Vector,
  upstream: Vector,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Vector {
  check("softmaxVectorJacobianProduct", file, line) { () throws(InvalidArgument) in
    try activations.requireUpstream(upstream)
  }
  let average = upstream.dot(activations)
  return activations.filled { s, result, count in
    upstream.read { v, _ in
      Elementwise.combine(s, v, to: result, count) { $0 * ($1 - average) }
    }
  }
}

/// The gradient of a softmax layer with respect to its weights, by the vector–Jacobian product:
/// x (s ∘ (v − v·s))ᵀ.
///
/// It is vᵀ(dS/dW) laid out as the weights are, and builds none of the Jacobians of *Derivative of
/// the Softmax Layer*.
///
/// ```swift
/// let gradient = softmaxLayerWeightGradient(
///   activations: softmax([1, 0]),
///   inputs: [1, 2, 3],
///   upstream: [1, 0]
/// )
/// gradient.digits(4)
/// // => [[ 0.1966 -0.1966]
/// //     [ 0.3932 -0.3932]
/// //     [ 0.5898 -0.5898]]
/// ```
///
/// - Parameters:
///   - activations: what `softmax` returned for the layer, one per output; each in 0...1, otherwise
///     traps.
///   - inputs: x, of any length; a value that is not finite traps.
///   - upstream: v, the gradient with respect to the activations, one finite value per output;
///     otherwise traps.
/// - Returns: inputs × outputs, the shape of the weights.
public func softmaxLayerWeightGradient(
  activations: Vector,
  inputs: Vector,
  upstream: Vector,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Matrix {
  check("softmaxLayerWeightGradient", file, line) { () throws(InvalidArgument) in
    try activations.requireUpstream(upstream)
    try inputs.requireFinite("inputs")
  }
  return outerProduct(
    inputs,
    softmaxVectorJacobianProduct(activations: activations, upstream: upstream)
  )
}

extension Vector {
  fileprivate func requireUpstream(_ upstream: Vector) throws(InvalidArgument) {
    try requireProbabilities("activations")
    try upstream.requireShape(of: self, named: "upstream", "activations")
    try upstream.requireFinite("upstream")
  }
}
