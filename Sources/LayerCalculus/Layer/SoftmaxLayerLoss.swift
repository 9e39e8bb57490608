/// What a softmax layer is trained by: the loss of a batch and its gradients.
///
/// ```swift
/// let loss = softmaxLayerLoss(weights: [[0.0, 0.0]], inputs: [[1.0]], targets: [[1.0, 0.0]])
/// loss.mean.digits(4)  // => 0.6931
/// loss.weightGradient  // => [[-0.5  0.5]]
/// ```
public struct SoftmaxLayerLoss: Sendable, Equatable {
  /// The mean cross-entropy of the samples, in nats.
  ///
  /// ```swift
  /// let loss = softmaxLayerLoss(weights: [[0.0, 800]], inputs: [[1.0]], targets: [[1.0, 0.0]])
  /// loss.mean  // => 800.0
  /// ```
  public let mean: Double
  /// The gradient of the mean with respect to the logits, (Ŷ − Y) / samples: samples × outputs.
  ///
  /// ```swift
  /// let inputs: Matrix = [[1], [0]]
  /// let loss = softmaxLayerLoss(weights: [[0.0, 0.0]], inputs: inputs, targets: Matrix.identity(2))
  /// loss.logitGradient
  /// // => [[-0.25  0.25]
  /// //     [ 0.25 -0.25]]
  /// ```
  public let logitGradient: Matrix
  /// The gradient of the mean with respect to the weights, Xᵀ(Ŷ − Y) / samples: inputs × outputs.
  ///
  /// ```swift
  /// let inputs: Matrix = [[1], [0]]
  /// let loss = softmaxLayerLoss(weights: [[0.0, 0.0]], inputs: inputs, targets: Matrix.identity(2))
  /// loss.weightGradient  // => [[-0.25  0.25]]
  /// ```
  public let weightGradient: Matrix
}

/// The mean cross-entropy of a softmax layer over a batch, with its gradients: logits, softmax, loss and
/// gradient in one go and one memory.
///
/// It is what `weightedSums`, `softmax`, `crossEntropy` and `crossEntropyWeightGradient` give one after the other,
/// after the last formula of *Softmax and Its Derivative*, 2023.
///
/// ```swift
/// var weights: Matrix = [[0, 0], [0, 0]]
/// let inputs: Matrix = [[1, 2], [2, 1]]
/// let targets = Matrix.identity(2)
/// for _ in 1...100 {
///   weights -= 0.5 * softmaxLayerLoss(weights: weights, inputs: inputs, targets: targets).weightGradient
/// }
/// softmax(weightedSums(weights: weights, inputs: inputs)).digits(2)
/// // => [[0.98 0.02]
/// //     [0.02 0.98]]
/// ```
///
/// - Parameters:
///   - weights: W, inputs × outputs, finite.
///   - inputs: X, samples × inputs, finite; a number of columns other than the weights' rows traps.
///   - targets: Y, samples × outputs; each row is a distribution that sums to 1, otherwise traps.
public func softmaxLayerLoss(
  weights: Matrix,
  inputs: Matrix,
  targets: Matrix,
  file: StaticString = #fileID,
  line: UInt = #line
) -> SoftmaxLayerLoss {
  var logits = weightedSums("softmaxLayerLoss", weights, inputs, file, line)
  check("softmaxLayerLoss", file, line) { () throws(InvalidArgument) in
    try logits.requireFinite("logits")
    try logits.requireTargets(targets, "logits")
  }
  let (rows, columns) = (logits.rows, logits.columns)
  let losses = targets.read { targets, _ in
    Vector(filling: rows) { losses in
      let kernel = CrossEntropyKernel(targets: targets, rows: rows, columns: columns)
      logits.numbers.write { kernel.replace($0, losses: losses) }
    }
  }
  return SoftmaxLayerLoss(
    mean: losses.mean,
    logitGradient: logits,
    weightGradient: inputs.product(transposed: true, with: logits)
  )
}
