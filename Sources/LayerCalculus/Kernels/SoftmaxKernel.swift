/// Softmax of arrays, in three passes through one memory: the largest logit, the exponentials with their sum, and
/// the quotients.
enum SoftmaxKernel {
  /// Writes softmax of logits. The result may lie where the logits do.
  /// - Returns: whether all logits are finite; otherwise nothing is written.
  static func write(
    _ logits: UnsafePointer<Double>,
    to result: UnsafeMutablePointer<Double>,
    _ count: Int,
    threads: Int
  ) -> Bool {
    let largest = Maximum.shared(logits, count: count, threads: threads)
    guard largest.isFinite else { return false }
    let sum = Exponential.writeShifted(
      logits,
      by: largest.value,
      to: result,
      count,
      threads: threads
    )
    Workers.performRanges(count, threads: threads) { range in
      for index in range { result[index] /= sum }
    }
    return true
  }

  /// Writes softmax of each row.
  /// - Returns: whether all logits are finite; otherwise some rows are written.
  static func writeRows(
    _ logits: UnsafePointer<Double>,
    rows: Int,
    columns: Int,
    to result: UnsafeMutablePointer<Double>
  ) -> Bool {
    if rows == 1 {
      let threads = Workers.count(for: 8 * columns)
      return write(logits, to: result, columns, threads: threads)
    }
    let isFinite = Conjunction()
    Workers.performRanges(rows, cost: 8 * columns) { range in
      for row in range {
        let place = row * columns
        if !write(logits + place, to: result + place, columns, threads: 1) { isFinite.refute() }
      }
    }
    return isFinite.holds
  }
}
