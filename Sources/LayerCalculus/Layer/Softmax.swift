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
  var isFinite = true
  let activations = logits.filled { logits, result, count in
    isFinite = SoftmaxKernel.writeRows(logits, rows: 1, columns: count, to: result)
  }
  logits.checkLogits(isFinite, "softmax", file, line)
  return activations
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
  var isFinite = true
  let activations = logits.filled { elements, result, _ in
    isFinite = SoftmaxKernel.writeRows(
      elements,
      rows: logits.rows,
      columns: logits.columns,
      to: result
    )
  }
  logits.checkLogits(isFinite, "softmax", file, line)
  return activations
}

extension Vector {
  /// Puts softmax of these logits in their place, without memory of its own.
  ///
  /// ```swift
  /// var z: Vector = [2, 1, -1]
  /// z.formSoftmax()
  /// z.digits(4)  // => [0.7054 0.2595 0.0351]
  /// ```
  ///
  /// A value that is not finite traps.
  public mutating func formSoftmax(file: StaticString = #fileID, line: UInt = #line) {
    checkLogits(read { Maximum(of: $0, count: $1).isFinite }, "formSoftmax", file, line)
    let count = count
    _ = numbers.write { SoftmaxKernel.writeRows($0, rows: 1, columns: count, to: $0) }
  }
}

extension Matrix {
  /// Puts softmax of each row in its place, without memory of its own.
  ///
  /// ```swift
  /// var batch: Matrix = [[0, 0], [1, 0]]
  /// batch.formSoftmax()
  /// batch.digits(4)
  /// // => [[0.5000 0.5000]
  /// //     [0.7311 0.2689]]
  /// ```
  ///
  /// A value that is not finite traps.
  public mutating func formSoftmax(file: StaticString = #fileID, line: UInt = #line) {
    checkLogits(read { Maximum(of: $0, count: $1).isFinite }, "formSoftmax", file, line)
    let (rows, columns) = (rows, columns)
    _ = numbers.write { SoftmaxKernel.writeRows($0, rows: rows, columns: columns, to: $0) }
  }
}

extension RealArray {
  /// Ends the program where a kernel found logits that are not finite, and names the first.
  fileprivate func checkLogits(
    _ areFinite: Bool,
    _ operation: String,
    _ file: StaticString,
    _ line: UInt
  ) {
    if areFinite { return }
    check(operation, file, line) { () throws(InvalidArgument) in
      try requireFinite("logits")
    }
  }
}
