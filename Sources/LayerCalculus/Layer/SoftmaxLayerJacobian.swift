/// The Jacobian of a softmax layer with respect to its weights by the chain rule, as a product of
/// matrices: dS/dW = dS/dz · (dz/dW)ᵀ.
///
/// The long way of *Derivative of the Softmax Layer*; `softmaxLayerJacobian(activations:inputs:)` is
/// its shortcut, and `softmaxLayerWeightGradient` needs neither.
///
/// ```swift
/// let weights: Matrix = [[0.1, 0.2], [0.3, 0.4]]
/// softmaxLayerJacobian(weights: weights, inputs: [1, 2]).digits(4)
/// // => [[ 0.2445  0.4889 -0.2445 -0.4889]
/// //     [-0.2445 -0.4889  0.2445  0.4889]]
/// ```
///
/// - Parameters:
///   - weights: W, inputs × outputs, finite.
///   - inputs: x, one finite value per row of the weights; another number of them traps.
/// - Returns: outputs × (inputs·outputs); row t, column i·inputs + j holds ∂s_t/∂w_ji.
public func softmaxLayerJacobian(
  weights: Matrix,
  inputs: Vector,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Matrix {
  check("softmaxLayerJacobian", file, line) { () throws(InvalidArgument) in
    try weights.requireInputs(inputs)
  }
  let sums = weightedSums(weights: weights, inputs: inputs, file: file, line: line)
  let sumsByWeights = weightedSumsJacobian(weights: weights, inputs: inputs)
  return softmaxJacobian(sums, file: file, line: line).dot(sumsByWeights.transposed)
}

/// The Jacobian of a softmax layer with respect to its weights by the shortcut
/// ∂s_t/∂w_ji = s_t (δ_it − s_i) x_j, without any product of matrices.
///
/// The last formula of *Derivative of the Softmax Layer*.
///
/// ```swift
/// let inputs: Vector = [1, 2]
/// let activations = softmax(weightedSums(weights: [[0.1, 0.2], [0.3, 0.4]], inputs: inputs))
/// softmaxLayerJacobian(activations: activations, inputs: inputs).digits(4)
/// // => [[ 0.2445  0.4889 -0.2445 -0.4889]
/// //     [-0.2445 -0.4889  0.2445  0.4889]]
/// ```
///
/// - Parameters:
///   - activations: what `softmax` returned for the layer, one per output; each in 0...1, otherwise
///     traps.
///   - inputs: x, of any length; a value that is not finite traps.
/// - Returns: outputs × (inputs·outputs); row t, column i·inputs + j holds ∂s_t/∂w_ji.
public func softmaxLayerJacobian(
  activations: Vector,
  inputs: Vector,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Matrix {
  check("softmaxLayerJacobian", file, line) { () throws(InvalidArgument) in
    try activations.requireProbabilities("activations")
    try inputs.requireFinite("inputs")
  }
  let (s, x) = (activations.elements, inputs.elements)
  var elements: [Double] = []
  elements.reserveCapacity(s.count * s.count * x.count)
  for t in s.indices {
    for i in s.indices {
      let sensitivity = s[t] * (kroneckerDelta(i, t) - s[i])
      for j in x.indices { elements.append(sensitivity * x[j]) }
    }
  }
  return Matrix(unchecked: elements, rows: s.count, columns: s.count * x.count)
}
