/// A factor of a product as it lies in memory: a matrix or its transpose, or a part of one.
struct MatrixFactor {
  let start: UnsafePointer<Double>
  let rows: Int
  let columns: Int
  /// How far apart the elements of a column are.
  let rowStride: Int
  /// How far apart the elements of a row are.
  let columnStride: Int

  init(_ start: UnsafePointer<Double>, rows: Int, columns: Int) {
    self.init(start, rows, columns, rowStride: columns, columnStride: 1)
  }

  private init(
    _ start: UnsafePointer<Double>,
    _ rows: Int,
    _ columns: Int,
    rowStride: Int,
    columnStride: Int
  ) {
    self.start = start
    self.rows = rows
    self.columns = columns
    self.rowStride = rowStride
    self.columnStride = columnStride
  }

  var transposed: MatrixFactor {
    MatrixFactor(start, columns, rows, rowStride: columnStride, columnStride: rowStride)
  }

  /// Some of its rows.
  func rows(_ range: Range<Int>) -> MatrixFactor {
    MatrixFactor(
      start + range.lowerBound * rowStride,
      range.count,
      columns,
      rowStride: rowStride,
      columnStride: columnStride
    )
  }

  /// Some of its columns.
  func columns(_ range: Range<Int>) -> MatrixFactor {
    transposed.rows(range).transposed
  }

  /// Copies its rows panel by panel, each column of a panel as `height` numbers side by side, zeros where there
  /// are no more rows.
  func pack(panelsOf height: Int, to packed: UnsafeMutablePointer<Double>) {
    var place = packed
    for first in stride(from: 0, to: rows, by: height) {
      let used = Swift.min(height, rows - first)
      let panel = start + first * rowStride
      if rowStride == 1, used == height, height % 8 == 0 {
        for column in 0..<columns {
          let source = panel + column * columnStride
          for offset in stride(from: 0, to: height, by: 8) {
            Lanes(at: source + offset).store(at: place + (column * height + offset))
          }
        }
      } else {
        for row in 0..<used {
          let source = panel + row * rowStride
          for column in 0..<columns {
            place[column &* height &+ row] = source[column &* columnStride]
          }
        }
        for row in used..<height {
          for column in 0..<columns { place[column &* height &+ row] = 0 }
        }
      }
      place += height * columns
    }
  }
}
