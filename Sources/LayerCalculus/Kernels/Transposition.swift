/// The transpose, in squares whose rows and columns both stay in the first cache.
enum Transposition {
  private static let side = 32

  static func write(
    _ elements: UnsafePointer<Double>,
    _ rows: Int,
    _ columns: Int,
    to result: UnsafeMutablePointer<Double>
  ) {
    for top in stride(from: 0, to: rows, by: side) {
      for left in stride(from: 0, to: columns, by: side) {
        for row in top..<Swift.min(top + side, rows) {
          for column in left..<Swift.min(left + side, columns) {
            result[column &* rows &+ row] = elements[row &* columns &+ column]
          }
        }
      }
    }
  }
}
