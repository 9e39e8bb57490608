/// Softmax of the rows of a batch, the loss of each, and what the loss has for a gradient, in one memory.
struct CrossEntropyKernel {
  let targets: UnsafePointer<Double>
  let rows: Int
  let columns: Int

  /// Replaces logits by the gradient of their mean cross-entropy, (σ(Z) − Y) / rows.
  /// - Parameters:
  ///   - logits: finite.
  ///   - losses: room for the cross-entropy of each row.
  func replace(
    _ logits: UnsafeMutablePointer<Double>,
    losses: UnsafeMutablePointer<Double>
  ) {
    Workers.performRanges(rows, cost: 10 * columns) { range in
      for row in range {
        let offset = row * columns
        losses[row] = replaceRow(logits + offset, targets + offset)
      }
    }
  }

  private func replaceRow(
    _ logits: UnsafeMutablePointer<Double>,
    _ targets: UnsafePointer<Double>
  ) -> Double {
    let largest = Maximum(of: logits, count: columns).value
    var expected = 0.0
    for index in 0..<columns where targets[index] != 0 {
      expected += targets[index] * (logits[index] - largest)
    }
    let sum = Exponential.writeShifted(logits, by: largest, to: logits, columns, threads: 1)
    let loss = logarithm(of: sum, logits) - expected
    let share = 1 / Double(rows)
    for index in 0..<columns { logits[index] = (logits[index] / sum - targets[index]) * share }
    return loss
  }

  /// ln of a sum of exponentials whose largest is 1. Where the others are small, what they add is kept by a sum of
  /// their own.
  private func logarithm(of sum: Double, _ exponentials: UnsafePointer<Double>) -> Double {
    if sum > 1.01 { return sum.naturalLogarithm }
    var others = 0.0
    var isFirst = true
    for index in 0..<columns {
      if isFirst, exponentials[index] == 1 {
        isFirst = false
      } else {
        others += exponentials[index]
      }
    }
    return others.logarithmOfOnePlusSelf
  }
}
