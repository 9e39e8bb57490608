/// The gradient of cross-entropy with respect to the logits, ŷ − y.
///
/// The last formula of *Softmax and Its Derivative*, 2023.
///
/// ```swift
/// crossEntropyGradient(activations: [0.25, 0.75], targets: [0.5, 0.5])  // => [-0.25  0.25]
/// ```
///
/// - Parameters:
///   - activations: ŷ, what `softmax` returned, n probabilities; one that is not in 0...1 traps.
///   - targets: y, a distribution over the same n classes, one-hot or soft; one that does not sum
///     to 1 traps.
/// - Returns: the n elements of ∂ℒ/∂z, which sum to 0.
public func crossEntropyGradient(
  activations: Vector,
  targets: Vector,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Vector {
  checkGradient("crossEntropyGradient", activations, targets, file, line)
  return activations - targets
}

/// The gradient of cross-entropy with respect to the logits for one true class, ŷ − y with a one-hot
/// y.
///
/// ```swift
/// crossEntropyGradient(activations: [0.25, 0.75], target: 1)  // => [ 0.25 -0.25]
/// ```
///
/// - Parameters:
///   - activations: ŷ, what `softmax` returned, n probabilities; one that is not in 0...1 traps.
///   - target: the index of the true class, in 0..<n; otherwise traps.
public func crossEntropyGradient(
  activations: Vector,
  target: Int,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Vector {
  check("crossEntropyGradient", file, line) { () throws(InvalidArgument) in
    try activations.requireProbabilities("activations")
    try activations.requireTarget(target)
  }
  return activations - activations.oneHot(target)
}

/// The gradient of each sample's cross-entropy with respect to its logits, Ŷ − Y.
///
/// ```swift
/// let activations: Matrix = [[0.25, 0.75], [0.5, 0.5]]
/// crossEntropyGradient(activations: activations, targets: Matrix.identity(2))
/// // => [[-0.75  0.75]
/// //     [ 0.5  -0.5 ]]
/// ```
///
/// - Parameters:
///   - activations: samples × classes, probabilities; one that is not in 0...1 traps.
///   - targets: of the same shape; each row is a distribution that sums to 1, otherwise traps.
/// - Returns: samples × classes.
public func crossEntropyGradient(
  activations: Matrix,
  targets: Matrix,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Matrix {
  checkGradient("crossEntropyGradient", activations, targets, file, line)
  return activations - targets
}

/// The gradient of cross-entropy with respect to the activations, −y_i / ŷ_i, where 0/0 is 0.
///
/// ∂ℒ/∂ŷ of *Softmax and Its Derivative*, 2023: times the Jacobian of softmax it is ŷ − y.
///
/// ```swift
/// crossEntropyActivationGradient(activations: [0.25, 0.75], targets: [0, 1]).digits(4)
/// // => [ 0.0000 -1.3333]
/// ```
///
/// - Parameters:
///   - activations: ŷ, n probabilities; one that is not in 0...1 traps.
///   - targets: y, a distribution over the same n classes; one that does not sum to 1 traps.
/// - Returns: n elements; −∞ where an activation is 0 and its target is not.
public func crossEntropyActivationGradient(
  activations: Vector,
  targets: Vector,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Vector {
  checkGradient("crossEntropyActivationGradient", activations, targets, file, line)
  return activations.filled { activations, result, count in
    targets.read { targets, _ in
      Elementwise.combine(activations, targets, to: result, count) { $1 == 0 ? 0 : -$1 / $0 }
    }
  }
}

/// The gradient of cross-entropy with respect to the weights of a softmax layer, x (ŷ − y)ᵀ.
///
/// The last formula of *Softmax and Its Derivative*, 2023, carried on through z = Wᵀx of *Derivative
/// of the Softmax Layer*.
///
/// ```swift
/// crossEntropyWeightGradient(activations: [0.25, 0.75], targets: [0, 1], inputs: [1, 2])
/// // => [[ 0.25 -0.25]
/// //     [ 0.5  -0.5 ]]
/// ```
///
/// - Parameters:
///   - activations: ŷ, one probability per output; one that is not in 0...1 traps.
///   - targets: y, a distribution over the outputs; one that does not sum to 1 traps.
///   - inputs: x, of any length; a value that is not finite traps.
/// - Returns: inputs × outputs, the shape of the weights.
public func crossEntropyWeightGradient(
  activations: Vector,
  targets: Vector,
  inputs: Vector,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Matrix {
  checkGradient("crossEntropyWeightGradient", activations, targets, file, line)
  check("crossEntropyWeightGradient", file, line) { () throws(InvalidArgument) in
    try inputs.requireFinite("inputs")
  }
  return outerProduct(inputs, activations - targets)
}

private func checkGradient<A: RealArray>(
  _ operation: String,
  _ activations: A,
  _ targets: A,
  _ file: StaticString,
  _ line: UInt
) {
  check(operation, file, line) { () throws(InvalidArgument) in
    try activations.requireProbabilities("activations")
    try activations.requireTargets(targets, "activations")
  }
}
