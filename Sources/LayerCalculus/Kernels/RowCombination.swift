/// The rows of a matrix, each times a factor, added up: xᵀA, formed row by row in pairs of halves.
struct RowCombination {
  private let factors: UnsafePointer<Double>
  private let elements: UnsafePointer<Double>
  private let rows: Int
  private let columns: Int

  /// Rows that are added one to the next.
  private static let block = 64
  /// Columns whose sums stay in the first cache.
  private static let strip = 1024

  init(
    _ factors: UnsafePointer<Double>,
    _ elements: UnsafePointer<Double>,
    rows: Int,
    columns: Int
  ) {
    self.factors = factors
    self.elements = elements
    self.rows = rows
    self.columns = columns
  }

  func write(to result: UnsafeMutablePointer<Double>) {
    let strips = (columns + Self.strip - 1) / Self.strip
    Workers.perform(strips, threads: Workers.count(for: rows * columns)) { strip in
      let first = strip * Self.strip
      let width = Swift.min(Self.strip, columns - first)
      sum(0..<rows, first, width, to: result + first)
    }
  }

  /// Writes the sum of some rows, within a strip.
  private func sum(
    _ range: Range<Int>,
    _ first: Int,
    _ width: Int,
    to result: UnsafeMutablePointer<Double>
  ) {
    if range.count <= Self.block { return sumBlock(range, first, width, to: result) }
    let blocks = (range.count + Self.block - 1) / Self.block
    let middle = range.lowerBound + blocks / 2 * Self.block
    sum(range.lowerBound..<middle, first, width, to: result)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: width) { half in
      guard let half = half.baseAddress else { return }
      sum(middle..<range.upperBound, first, width, to: half)
      for column in 0..<width { result[column] += half[column] }
    }
  }

  private func sumBlock(
    _ range: Range<Int>,
    _ first: Int,
    _ width: Int,
    to result: UnsafeMutablePointer<Double>
  ) {
    var row = range.lowerBound
    while row < range.upperBound {
      let count = Swift.min(8, range.upperBound - row)
      let start = elements + (row * columns + first)
      let isFirst = row == range.lowerBound
      if count == 8 {
        addEight(row, start, width, to: result, replacing: isFirst)
      } else {
        for offset in 0..<count {
          add(
            factors[row + offset],
            start + offset * columns,
            width,
            to: result,
            replacing: isFirst && offset == 0
          )
        }
      }
      row += count
    }
  }

  private func addEight(
    _ row: Int,
    _ start: UnsafePointer<Double>,
    _ width: Int,
    to result: UnsafeMutablePointer<Double>,
    replacing: Bool
  ) {
    let x = Lanes(at: factors + row)
    var column = 0
    while column &+ Lanes.width <= width {
      var sum = replacing ? Lanes.zero : Lanes(at: result + column)
      let place = start + column
      sum.addProduct(x[0], Lanes(at: place))
      sum.addProduct(x[1], Lanes(at: place + columns))
      sum.addProduct(x[2], Lanes(at: place + 2 &* columns))
      sum.addProduct(x[3], Lanes(at: place + 3 &* columns))
      sum.addProduct(x[4], Lanes(at: place + 4 &* columns))
      sum.addProduct(x[5], Lanes(at: place + 5 &* columns))
      sum.addProduct(x[6], Lanes(at: place + 6 &* columns))
      sum.addProduct(x[7], Lanes(at: place + 7 &* columns))
      sum.store(at: result + column)
      column &+= Lanes.width
    }
    for column in column..<width {
      var sum = replacing ? 0 : result[column]
      for offset in 0..<8 { sum.addProduct(x[offset], start[offset &* columns &+ column]) }
      result[column] = sum
    }
  }

  private func add(
    _ factor: Double,
    _ row: UnsafePointer<Double>,
    _ width: Int,
    to result: UnsafeMutablePointer<Double>,
    replacing: Bool
  ) {
    for column in 0..<width {
      let sum = replacing ? 0 : result[column]
      result[column] = sum.addingProduct(factor, row[column])
    }
  }
}
