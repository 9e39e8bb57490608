/// The largest of some numbers, and whether all of them are finite, in one pass.
struct Maximum {
  /// The largest; NaN when one of them is.
  var value: Double
  /// Whether all are finite.
  var isFinite: Bool

  init(of numbers: UnsafePointer<Double>, count: Int) {
    var largest = (Lanes(repeating: -.infinity), Lanes(repeating: -.infinity))
    // 0 times each number, which is NaN where that is not finite.
    var zeros = (Lanes.zero, Lanes.zero)
    var index = 0
    while index &+ 16 <= count {
      let (first, second) = (Lanes(at: numbers + index), Lanes(at: numbers + (index &+ 8)))
      largest = (largest.0.larger(first), largest.1.larger(second))
      zeros.0.addProduct(first, 0)
      zeros.1.addProduct(second, 0)
      index &+= 16
    }
    if index &+ 8 <= count {
      let next = Lanes(at: numbers + index)
      largest.0 = largest.0.larger(next)
      zeros.0.addProduct(next, 0)
      index &+= 8
    }
    if index < count {
      let rest = count &- index
      largest.1 = largest.1.larger(Lanes(at: numbers + index, count: rest, filling: -.infinity))
      zeros.1.addProduct(Lanes(at: numbers + index, count: rest, filling: 0), 0)
    }
    isFinite = (zeros.0 + zeros.1).total == 0
    value = largest.0.larger(largest.1).largest
    if !isFinite, (0..<count).contains(where: { numbers[$0].isNaN }) { value = .nan }
  }

  private init(value: Double, isFinite: Bool) {
    self.value = value
    self.isFinite = isFinite
  }

  /// Whether all numbers are in 0...1.
  static func areProbabilities(_ numbers: UnsafePointer<Double>, count: Int) -> Bool {
    var outside = 0
    for index in 0..<count {
      outside |= numbers[index] >= 0 && numbers[index] <= 1 ? 0 : 1
    }
    return outside == 0
  }

  /// The largest number, and whether all are finite, by several threads.
  static func shared(_ numbers: UnsafePointer<Double>, count: Int, threads: Int) -> Maximum {
    let chunk = PairwiseSum.chunk
    let chunks = (count + chunk - 1) / chunk
    if threads == 1 || chunks == 1 { return Maximum(of: numbers, count: count) }
    var parts = [Maximum](repeating: Maximum(value: -.infinity, isFinite: true), count: chunks)
    parts.withUnsafeMutableBufferPointer { parts in
      nonisolated(unsafe) let parts = parts
      Workers.perform(chunks, threads: threads) { index in
        let start = index * chunk
        parts[index] = Maximum(of: numbers + start, count: Swift.min(chunk, count - start))
      }
    }
    return Maximum(
      value: parts.reduce(-.infinity) { .propagatingMaximum($0, $1.value) },
      isFinite: parts.allSatisfy(\.isFinite)
    )
  }
}
