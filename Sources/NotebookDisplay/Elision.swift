/// Which of many elements are shown when there is no room for all.
enum Elision {
  /// The positions `0..<count`, or only the first and last `edge` of them with `nil` where the dots
  /// stand between them.
  static func positions(of count: Int, edge: Int, elided: Bool) -> [Int?] {
    guard elided, count > 2 * edge else { return Array(0..<count) }
    return Array(0..<edge) + [nil] + Array((count - edge)..<count)
  }

  /// NumPy's rule for text: arrays of more than 1,000 elements show 3 at either edge.
  static func textPositions(of count: Int, total: Int) -> [Int?] {
    positions(of: count, edge: 3, elided: total > 1000)
  }
}
