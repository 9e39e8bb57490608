/// The product of two matrices, in blocks that fit the caches, after Goto and van de Geijn, *Anatomy of
/// High-Performance Matrix Multiplication*, 2008.
///
/// An element is the sum of the sums over `depth` terms each, whatever the threads and the blocks.
struct MatrixProduct {
  /// Terms that are summed before they are added to the others. Of the right factor, a panel with as many rows
  /// fits the first cache.
  static let depth = 192
  /// Rows of the left factor that fit the second cache, packed.
  static let height = 240
  /// Columns of the right factor that fit the last cache, packed.
  static let width = 2048

  private let left: MatrixFactor
  private let right: MatrixFactor
  private let result: UnsafeMutablePointer<Double>
  private let stride: Int

  private init(
    _ left: MatrixFactor,
    _ right: MatrixFactor,
    _ result: UnsafeMutablePointer<Double>,
    stride: Int
  ) {
    self.left = left
    self.right = right
    self.result = result
    self.stride = stride
  }

  /// Writes a product.
  /// - Parameters:
  ///   - result: room for the rows of the left factor times the columns of the right one.
  ///   - threads: among how many the rows or the columns are shared, whichever are more.
  static func write(
    _ left: MatrixFactor,
    _ right: MatrixFactor,
    to result: UnsafeMutablePointer<Double>,
    threads: Int
  ) {
    let stride = right.columns
    let byRows = left.rows >= right.columns
    let (length, unit) =
      byRows ? (left.rows, ProductTile.rows) : (right.columns, ProductTile.columns)
    let units = (length + unit - 1) / unit
    let parts = Swift.max(1, Swift.min(threads, units))
    Workers.perform(parts, threads: threads) { part in
      let range =
        (units * part / parts * unit)..<Swift.min(length, units * (part + 1) / parts * unit)
      let offset = range.lowerBound * (byRows ? stride : 1)
      MatrixProduct(
        byRows ? left.rows(range) : left,
        byRows ? right : right.columns(range),
        result + offset,
        stride: stride
      ).write()
    }
  }

  /// Where the right factor is a single panel, the rows of the left one are used once, and to pack them takes as
  /// long as to multiply them.
  private func writePanel() {
    let depth = Swift.min(Self.depth, left.columns)
    let panel = depth * ProductTile.columns
    let room = 8 * (panel + depth * ProductTile.rows)
    withUnsafeTemporaryAllocation(byteCount: room, alignment: 64) { room in
      guard let packedRight = room.bindMemory(to: Double.self).baseAddress else { return }
      let packedLeft = packedRight + panel
      for k in Swift.stride(from: 0, to: left.columns, by: depth) {
        let inner = k..<Swift.min(k + depth, left.columns)
        right.rows(inner).transposed.pack(panelsOf: ProductTile.columns, to: packedRight)
        for row in Swift.stride(from: 0, to: left.rows, by: ProductTile.rows) {
          let rows = row..<Swift.min(row + ProductTile.rows, left.rows)
          let part = left.rows(rows).columns(inner)
          let isWhole = rows.count == ProductTile.rows
          if !isWhole { part.pack(panelsOf: ProductTile.rows, to: packedLeft) }
          let tile = ProductTile(
            isWhole ? part.start : UnsafePointer(packedLeft),
            rowStride: isWhole ? part.rowStride : 1,
            innerStride: isWhole ? part.columnStride : ProductTile.rows,
            packedRight,
            inner: inner.count
          )
          write(tile, rows, 0..<right.columns, adding: k > 0)
        }
      }
    }
  }

  private func write() {
    if right.columns <= ProductTile.columns { return writePanel() }
    let depth = Swift.min(Self.depth, left.columns)
    let width = Swift.min(Self.width, Self.rounded(right.columns, to: ProductTile.columns))
    let height = Swift.min(Self.height, Self.rounded(left.rows, to: ProductTile.rows))
    withUnsafeTemporaryAllocation(byteCount: 8 * depth * (width + height), alignment: 64) { room in
      let packed = room.bindMemory(to: Double.self)
      guard let packedRight = packed.baseAddress else { return }
      let packedLeft = packedRight + depth * width
      for column in Swift.stride(from: 0, to: right.columns, by: width) {
        let columns = column..<Swift.min(column + width, right.columns)
        for k in Swift.stride(from: 0, to: left.columns, by: depth) {
          let inner = k..<Swift.min(k + depth, left.columns)
          right.columns(columns).rows(inner).transposed
            .pack(panelsOf: ProductTile.columns, to: packedRight)
          for row in Swift.stride(from: 0, to: left.rows, by: height) {
            let rows = row..<Swift.min(row + height, left.rows)
            left.rows(rows).columns(inner).pack(panelsOf: ProductTile.rows, to: packedLeft)
            writeBlock(rows, columns, packedLeft, packedRight, inner)
          }
        }
      }
    }
  }

  private static func rounded(_ count: Int, to unit: Int) -> Int {
    (count + unit - 1) / unit * unit
  }

  /// Adds a block of the left factor times a block of the right one.
  private func writeBlock(
    _ rows: Range<Int>,
    _ columns: Range<Int>,
    _ packedLeft: UnsafePointer<Double>,
    _ packedRight: UnsafePointer<Double>,
    _ inner: Range<Int>
  ) {
    for column in Swift.stride(from: 0, to: columns.count, by: ProductTile.columns) {
      let panel = packedRight + column * inner.count
      for row in Swift.stride(from: 0, to: rows.count, by: ProductTile.rows) {
        let tile = ProductTile(
          packedLeft + row * inner.count,
          rowStride: 1,
          innerStride: ProductTile.rows,
          panel,
          inner: inner.count
        )
        write(
          tile,
          (rows.lowerBound + row)..<Swift.min(
            rows.lowerBound + row + ProductTile.rows,
            rows.upperBound
          ),
          (columns.lowerBound + column)..<Swift.min(
            columns.lowerBound + column + ProductTile.columns,
            columns.upperBound
          ),
          adding: inner.lowerBound > 0
        )
      }
    }
  }

  /// Adds a tile, or what of it lies within the result.
  @inline(__always)
  private func write(_ tile: ProductTile, _ rows: Range<Int>, _ columns: Range<Int>, adding: Bool) {
    let place = result + (rows.lowerBound * stride + columns.lowerBound)
    if rows.count == ProductTile.rows, columns.count == ProductTile.columns {
      tile.store(at: place, stride: stride, adding: adding)
    } else {
      Self.writePart(tile, to: place, stride, rows.count, columns.count, adding: adding)
    }
  }

  @inline(never)
  private static func writePart(
    _ tile: ProductTile,
    to place: UnsafeMutablePointer<Double>,
    _ stride: Int,
    _ rows: Int,
    _ columns: Int,
    adding: Bool
  ) {
    let width = ProductTile.columns
    withUnsafeTemporaryAllocation(of: Double.self, capacity: ProductTile.rows * width) { whole in
      guard let start = whole.baseAddress else { return }
      tile.store(at: start, stride: width, adding: false)
      for row in 0..<rows {
        for column in 0..<columns {
          let value = start[row * width + column]
          let element = place + (row * stride + column)
          element.pointee = adding ? element.pointee + value : value
        }
      }
    }
  }
}
