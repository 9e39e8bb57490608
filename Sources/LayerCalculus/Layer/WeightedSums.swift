/// The weighted sums of a layer, z = Wᵀx.
///
/// The first step of *Derivative of the Softmax Layer* (after E. Bendersky's article on the softmax
/// function).
///
/// ```swift
/// let weights: Matrix = [[1, 2], [3, 4], [5, 6]]
/// weightedSums(weights: weights, inputs: [1, 0, 1])  // => [6. 8.]
/// ```
///
/// - Parameters:
///   - weights: W, inputs × outputs, finite.
///   - inputs: x, one finite value per row of the weights; another number of them traps.
/// - Returns: z, one value per column of the weights.
public func weightedSums(
  weights: Matrix,
  inputs: Vector,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Vector {
  check("weightedSums", file, line) { () throws(InvalidArgument) in
    try weights.requireCount(weights.rows, fits: inputs, inputs.count, named: "weights", "inputs")
  }
  let sums = inputs.dot(weights)
  checkFinite("weightedSums", sums, weights, inputs, file, line)
  return sums
}

/// That weights and inputs are finite, asked of the sums: each number is a factor in one of them, and what is not
/// finite leaves no sum finite, not even times 0.
func checkFinite(
  _ operation: String,
  _ sums: some RealArray,
  _ weights: Matrix,
  _ inputs: some RealArray,
  _ file: StaticString,
  _ line: UInt
) {
  if sums.read({ Maximum(of: $0, count: $1).isFinite }) { return }
  check(operation, file, line) { () throws(InvalidArgument) in
    try weights.requireFinite("weights")
    try inputs.requireFinite("inputs")
  }
}

/// The weighted sums of a layer for each row of a batch, Z = XW.
///
/// ```swift
/// let weights: Matrix = [[1, 2], [3, 4]]
/// weightedSums(weights: weights, inputs: Matrix.identity(2))
/// // => [[1. 2.]
/// //     [3. 4.]]
/// ```
///
/// - Parameters:
///   - weights: W, inputs × outputs, finite.
///   - inputs: X, samples × inputs, finite; a number of columns other than the weights' rows traps.
/// - Returns: Z, samples × outputs.
public func weightedSums(
  weights: Matrix,
  inputs: Matrix,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Matrix {
  weightedSums("weightedSums", weights, inputs, file, line)
}

/// The same for a function of another name, which errors tell.
func weightedSums(
  _ operation: String,
  _ weights: Matrix,
  _ inputs: Matrix,
  _ file: StaticString,
  _ line: UInt
) -> Matrix {
  check(operation, file, line) { () throws(InvalidArgument) in
    try weights.requireCount(weights.rows, fits: inputs, inputs.columns, named: "weights", "inputs")
  }
  let sums = inputs.product(with: weights)
  checkFinite(operation, sums, weights, inputs, file, line)
  return sums
}

/// The Jacobian of the weighted sums with respect to the weights, dz/dW.
///
/// Row i·inputs + j, column k holds ∂z_k/∂w_ji, which is x_j where i = k and else 0: the layout of
/// *Derivative of the Softmax Layer*, whose rows run through the weights output by output.
///
/// ```swift
/// let weights: Matrix = [[1, 2], [3, 4]]
/// weightedSumsJacobian(weights: weights, inputs: [5, 7])
/// // => [[5. 0.]
/// //     [7. 0.]
/// //     [0. 5.]
/// //     [0. 7.]]
/// ```
///
/// - Parameters:
///   - weights: W, inputs × outputs, finite. Only its shape matters, as z is linear in it.
///   - inputs: x, one finite value per row of the weights; another number of them traps.
/// - Returns: (inputs·outputs) × outputs.
public func weightedSumsJacobian(
  weights: Matrix,
  inputs: Vector,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Matrix {
  check("weightedSumsJacobian", file, line) { () throws(InvalidArgument) in
    try weights.requireInputs(inputs)
    try InvalidArgument.requireMemory(
      for: [weights.count, weights.columns],
      insteadOf: "softmaxLayerWeightGradient"
    )
  }
  let (inputCount, outputCount) = (weights.rows, weights.columns)
  let inputs = inputs.elements
  var elements = [Double](repeating: 0, count: inputCount * outputCount * outputCount)
  for output in 0..<outputCount {
    for input in 0..<inputCount {
      let row = output * inputCount + input
      elements[row * outputCount + output] = inputs[input]
    }
  }
  return Matrix(unchecked: elements, rows: inputCount * outputCount, columns: outputCount)
}

extension Matrix {
  /// That a vector fits these weights, and that both are finite.
  func requireInputs(_ inputs: Vector) throws(InvalidArgument) {
    try requireCount(rows, fits: inputs, inputs.count, named: "weights", "inputs")
    try requireFinite("weights")
    try inputs.requireFinite("inputs")
  }
}
