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
    try InvalidArgument.requireMemory(
      for: [weights.columns, weights.count],
      insteadOf: "softmaxLayerWeightGradient"
    )
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
    try InvalidArgument.requireMemory(
      for: [activations.count, activations.count * inputs.count],
      insteadOf: "softmaxLayerWeightGradient"
    )
  }
  return activations.read { s, outputs in
    inputs.read { x, inputs in
      Matrix(filling: outputs, outputs * inputs) { result in
        Workers.performRanges(outputs, cost: 2 * outputs * inputs) { range in
          for t in range {
            for i in 0..<outputs {
              let sensitivity = s[t] * (kroneckerDelta(i, t) - s[i])
              let place = result + (t * outputs + i) * inputs
              for j in 0..<inputs { place[j] = sensitivity * x[j] }
            }
          }
        }
      }
    }
  }
}
