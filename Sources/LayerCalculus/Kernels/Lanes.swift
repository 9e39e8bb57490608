/// The numbers that the kernels take at a time: eight on every machine, whatever its registers hold, so that a
/// sum is formed in the same order everywhere and a page has the same figures.
typealias Lanes = SIMD8<Double>

extension Lanes {
  static var width: Int { 8 }

  @inline(__always)
  init(at place: UnsafePointer<Double>) {
    self = UnsafeRawPointer(place).loadUnaligned(as: Lanes.self)
  }

  /// The last numbers of an array, fewer than there are lanes; what fills the other lanes has no part in them.
  @inline(__always)
  init(at place: UnsafePointer<Double>, count: Int, filling: Double) {
    if count < 4 {
      self.init(
        lowHalf: SIMD4(at: place, count: count, filling: filling),
        highHalf: SIMD4(repeating: filling)
      )
    } else {
      self.init(
        lowHalf: UnsafeRawPointer(place).loadUnaligned(as: SIMD4<Double>.self),
        highHalf: SIMD4(at: place + 4, count: count &- 4, filling: filling)
      )
    }
  }

  @inline(__always)
  func store(at place: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(place).storeBytes(of: self, as: Lanes.self)
  }

  @inline(__always)
  func store(at place: UnsafeMutablePointer<Double>, count: Int) {
    if count < 4 {
      lowHalf.store(at: place, count: count)
    } else {
      UnsafeMutableRawPointer(place).storeBytes(of: lowHalf, as: SIMD4<Double>.self)
      highHalf.store(at: place + 4, count: count &- 4)
    }
  }

  /// The sum of the lanes, in pairs.
  @inline(__always)
  var total: Double {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }

  /// The largest lane; one that is not a number counts as none.
  @inline(__always)
  var largest: Double {
    let four = lowHalf.replacing(with: highHalf, where: highHalf .> lowHalf)
    let two = four.lowHalf.replacing(
      with: four.highHalf,
      where: four.highHalf .> four.lowHalf
    )
    return two.y > two.x ? two.y : two.x
  }

  /// The larger of each two lanes; the own one where the other is not a number.
  @inline(__always)
  func larger(_ other: Lanes) -> Lanes {
    replacing(with: other, where: other .> self)
  }
}

/// Halves of lanes at the end of an array: at most three numbers.
extension SIMD4<Double> {
  @inline(__always)
  fileprivate init(at place: UnsafePointer<Double>, count: Int, filling: Double) {
    self.init(repeating: filling)
    if count > 0 { x = place[0] }
    if count > 1 { y = place[1] }
    if count > 2 { z = place[2] }
  }

  @inline(__always)
  fileprivate func store(at place: UnsafeMutablePointer<Double>, count: Int) {
    if count > 0 { place[0] = x }
    if count > 1 { place[1] = y }
    if count > 2 { place[2] = z }
  }
}
