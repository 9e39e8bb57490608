/// The cross-entropy of targets and activations in nats, −Σ_i y_i ln ŷ_i, where 0 ln 0 is 0.
///
/// The loss ℒ of *Softmax and Its Derivative*, 2023. From logits it is exact for longer: an
/// activation that is rounded to 0 where the target is not makes this one infinite.
///
/// ```swift
/// crossEntropy(activations: [0.25, 0.75], targets: [0.5, 0.5]).digits(4)  // => 0.8370
/// ```
///
/// - Parameters:
///   - activations: ŷ, n probabilities; one that is not in 0...1 traps.
///   - targets: y, a distribution over the same n classes, one-hot or soft; one that does not sum
///     to 1 traps.
public func crossEntropy(
  activations: Vector,
  targets: Vector,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Double {
  check("crossEntropy", file, line) { () throws(InvalidArgument) in
    try activations.requireProbabilities("activations")
    try activations.requireTargets(targets, "activations")
  }
  return targets.surprise(activations.map(\.naturalLogarithm))
}

/// The cross-entropy in nats of the true class and activations, −ln ŷ_target.
///
/// ```swift
/// crossEntropy(activations: [0.25, 0.75], target: 1).digits(4)  // => 0.2877
/// ```
///
/// - Parameters:
///   - activations: ŷ, n probabilities; one that is not in 0...1 traps.
///   - target: the index of the true class, in 0..<n; otherwise traps.
public func crossEntropy(
  activations: Vector,
  target: Int,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Double {
  check("crossEntropy", file, line) { () throws(InvalidArgument) in
    try activations.requireProbabilities("activations")
    try activations.requireTarget(target)
  }
  return activations.oneHot(target).surprise(activations.map(\.naturalLogarithm))
}

/// The cross-entropy in nats of targets and the softmax of logits, −Σ_i y_i ln σ(z_i), by way of
/// `logSoftmax`.
///
/// ```swift
/// crossEntropy(logits: [0, 0], targets: [1, 0]).digits(4)  // => 0.6931
/// ```
///
/// - Parameters:
///   - logits: the n weighted sums z; a value that is not finite traps.
///   - targets: y, a distribution over the same n classes, one-hot or soft; one that does not sum
///     to 1 traps.
public func crossEntropy(
  logits: Vector,
  targets: Vector,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Double {
  check("crossEntropy", file, line) { () throws(InvalidArgument) in
    try logits.requireFinite("logits")
    try logits.requireTargets(targets, "logits")
  }
  return targets.surprise(logSoftmax(logits))
}

/// The cross-entropy in nats of the true class and the softmax of logits, −ln σ(z_target).
///
/// ```swift
/// crossEntropy(logits: [0, -800], target: 1)  // => 800.0
/// ```
///
/// - Parameters:
///   - logits: the n weighted sums z; a value that is not finite traps.
///   - target: the index of the true class, in 0..<n; otherwise traps.
public func crossEntropy(
  logits: Vector,
  target: Int,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Double {
  check("crossEntropy", file, line) { () throws(InvalidArgument) in
    try logits.requireFinite("logits")
    try logits.requireTarget(target)
  }
  return logits.oneHot(target).surprise(logSoftmax(logits))
}

/// The cross-entropy in nats of each row of a batch; its `mean` is the loss of the batch.
///
/// ```swift
/// let logits: Matrix = [[0, 0], [2, 0]]
/// let targets: Matrix = [[1, 0], [1, 0]]
/// crossEntropy(logits: logits, targets: targets).digits(4)  // => [0.6931 0.1269]
/// ```
///
/// - Parameters:
///   - logits: samples × classes; a value that is not finite traps.
///   - targets: of the same shape; each row is a distribution that sums to 1, otherwise traps.
/// - Returns: a vector with one loss for each sample.
public func crossEntropy(
  logits: Matrix,
  targets: Matrix,
  file: StaticString = #fileID,
  line: UInt = #line
) -> Vector {
  check("crossEntropy", file, line) { () throws(InvalidArgument) in
    try logits.requireFinite("logits")
    try logits.requireTargets(targets, "logits")
  }
  let samples = zip(targets.rowVectors, logSoftmax(logits).rowVectors)
  return Vector(unchecked: samples.map { $0.surprise($1) })
}

extension Vector {
  /// −Σ_i y_i l_i over the classes that can occur, so that 0 times −∞ does not make a NaN.
  fileprivate func surprise(_ logProbabilities: Vector) -> Double {
    read { targets, count in
      logProbabilities.read { logs, _ in
        (0..<count).reduce(0) { loss, index in
          targets[index] == 0 ? loss : loss - targets[index] * logs[index]
        }
      }
    }
  }
}
