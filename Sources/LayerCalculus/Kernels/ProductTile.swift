/// A block of a product that stays in registers while the inner dimension passes by: twelve rows of sixteen
/// columns where the processor has 32 registers of eight numbers, else six rows of eight.
///
/// Each element is a chain of fused multiply–adds along the inner dimension, so it has the same bits in either
/// tile, and on each processor: fused, a product is not rounded before it is added.
struct ProductTile {
  #if WIDE_VECTORS
    static let rows = 12
    static let columns = 16
  #else
    static let rows = 6
    static let columns = 8
  #endif

  private var a = Row()
  private var b = Row()
  private var c = Row()
  private var d = Row()
  private var e = Row()
  private var f = Row()
  #if WIDE_VECTORS
    private var g = Row()
    private var h = Row()
    private var i = Row()
    private var j = Row()
    private var k = Row()
    private var l = Row()
  #endif

  /// The product of a panel of rows and a panel of columns.
  /// - Parameters:
  ///   - left: its element (row, k) is at `row * rowStride + k * innerStride`.
  ///   - right: packed, `columns` numbers for each k.
  @inline(__always)
  init(
    _ left: UnsafePointer<Double>,
    rowStride: Int,
    innerStride: Int,
    _ right: UnsafePointer<Double>,
    inner: Int
  ) {
    var (left, right) = (left, right)
    for _ in 0..<inner {
      let columns = Columns(at: right)
      a.add(left[0], columns)
      b.add(left[rowStride], columns)
      c.add(left[2 &* rowStride], columns)
      d.add(left[3 &* rowStride], columns)
      e.add(left[4 &* rowStride], columns)
      f.add(left[5 &* rowStride], columns)
      #if WIDE_VECTORS
        g.add(left[6 &* rowStride], columns)
        h.add(left[7 &* rowStride], columns)
        i.add(left[8 &* rowStride], columns)
        j.add(left[9 &* rowStride], columns)
        k.add(left[10 &* rowStride], columns)
        l.add(left[11 &* rowStride], columns)
      #endif
      left += innerStride
      right += Self.columns
    }
  }

  /// Writes all rows, or adds them to what is there.
  @inline(__always)
  func store(at place: UnsafeMutablePointer<Double>, stride: Int, adding: Bool) {
    a.store(at: place, adding: adding)
    b.store(at: place + stride, adding: adding)
    c.store(at: place + 2 &* stride, adding: adding)
    d.store(at: place + 3 &* stride, adding: adding)
    e.store(at: place + 4 &* stride, adding: adding)
    f.store(at: place + 5 &* stride, adding: adding)
    #if WIDE_VECTORS
      g.store(at: place + 6 &* stride, adding: adding)
      h.store(at: place + 7 &* stride, adding: adding)
      i.store(at: place + 8 &* stride, adding: adding)
      j.store(at: place + 9 &* stride, adding: adding)
      k.store(at: place + 10 &* stride, adding: adding)
      l.store(at: place + 11 &* stride, adding: adding)
    #endif
  }
}

extension ProductTile {
  /// A row of the right factor.
  struct Columns {
    var low: Lanes
    #if WIDE_VECTORS
      var high: Lanes
    #endif

    @inline(__always)
    init(at place: UnsafePointer<Double>) {
      low = Lanes(at: place)
      #if WIDE_VECTORS
        high = Lanes(at: place + 8)
      #endif
    }
  }

  /// A row of the product.
  struct Row {
    var low = Lanes.zero
    #if WIDE_VECTORS
      var high = Lanes.zero
    #endif

    @inline(__always)
    mutating func add(_ factor: Double, _ columns: Columns) {
      low.addProduct(factor, columns.low)
      #if WIDE_VECTORS
        high.addProduct(factor, columns.high)
      #endif
    }

    @inline(__always)
    func store(at place: UnsafeMutablePointer<Double>, adding: Bool) {
      (adding ? Lanes(at: place) + low : low).store(at: place)
      #if WIDE_VECTORS
        (adding ? Lanes(at: place + 8) + high : high).store(at: place + 8)
      #endif
    }
  }
}
