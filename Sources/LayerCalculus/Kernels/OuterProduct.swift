/// Matrices whose rows are multiples of one row.
enum OuterProduct {
  /// Writes x yᵀ.
  static func write(
    _ left: UnsafePointer<Double>,
    _ rows: Int,
    _ right: UnsafePointer<Double>,
    _ columns: Int,
    to result: UnsafeMutablePointer<Double>
  ) {
    Workers.performRanges(rows, cost: 2 * columns) { range in
      for row in range {
        let (factor, place) = (left[row], result + row * columns)
        for column in 0..<columns { place[column] = factor * right[column] }
      }
    }
  }

  /// Writes diag(s) − s sᵀ.
  static func writeSoftmaxJacobian(
    _ activations: UnsafePointer<Double>,
    _ count: Int,
    to result: UnsafeMutablePointer<Double>
  ) {
    Workers.performRanges(count, cost: 2 * count) { range in
      for row in range {
        let (factor, place) = (activations[row], result + row * count)
        // From 0, so that a product that underflows leaves no −0.
        for column in 0..<count { place[column] = 0 - factor * activations[column] }
        place[row] = factor - factor * factor
      }
    }
  }
}
