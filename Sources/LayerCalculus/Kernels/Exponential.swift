extension SIMD8<Double> {
  /// eˣ in each lane, within 1 ulp; ∞ above some 709.78, subnormal below some −708.4, 0 below some −745.13.
  ///
  /// With x = n ln 2 + r and |r| ≤ ln 2 / 2, eˣ is 2ⁿ eʳ. The polynomial for eʳ is the best one of its degree for
  /// the relative error, by Remez' algorithm: it is off by 5 · 10⁻²⁰.
  @inline(__always)
  var exponential: Lanes {
    // Beyond these the result is ∞ or 0, and n has room in the exponent of two factors.
    let x = replacing(with: 1000, where: self .> 1000).replacing(with: -1000, where: self .< -1000)
    // Adding 1.5 · 2⁵² rounds to an integer, which then stands in the lowest bits: n + 2046.
    let rounded = Lanes(repeating: 0x1.8p52 + 2046).addingProduct(x, 0x1.71547652b82fep+0)
    let n = rounded - (0x1.8p52 + 2046)
    let high = x.addingProduct(n, -0x1.62e42fefa39efp-1)
    let r = high.addingProduct(n, -0x1.abc9e3b39803fp-56)
    // What 1 + r loses in rounding goes back in with the small terms.
    let sum = 1 + r
    let lost = r - (sum - 1)
    let rest = lost.addingProduct(r * r, r.exponentialRest)
    return (sum + rest).scaled(byExponentsIn: rounded)
  }

  /// (eʳ − 1 − r) / r².
  @inline(__always)
  private var exponentialRest: Lanes {
    let square = self * self
    var even = Lanes(repeating: 0x1.1e3d2d1a6d39ap-29)
    even = Lanes(repeating: 0x1.27e5b44634161p-22).addingProduct(even, square)
    even = Lanes(repeating: 0x1.a01a01368f8a2p-16).addingProduct(even, square)
    even = Lanes(repeating: 0x1.6c16c16c3048cp-10).addingProduct(even, square)
    even = Lanes(repeating: 0x1.5555555555503p-5).addingProduct(even, square)
    even = Lanes(repeating: 0.5).addingProduct(even, square)
    var odd = Lanes(repeating: 0x1.af6be7e49d961p-26)
    odd = Lanes(repeating: 0x1.71ddf020cdedcp-19).addingProduct(odd, square)
    odd = Lanes(repeating: 0x1.a01a01b37e37fp-13).addingProduct(odd, square)
    odd = Lanes(repeating: 0x1.111111110ec5dp-7).addingProduct(odd, square)
    odd = Lanes(repeating: 0x1.555555555555bp-3).addingProduct(odd, square)
    return even.addingProduct(odd, self)
  }

  /// Times 2ⁿ, where n + 2046 stands in the lowest bits of `exponents`.
  ///
  /// Two factors, each half of the exponent, so that a subnormal result is rounded once, and 2¹⁰²⁴ is none of them.
  @inline(__always)
  private func scaled(byExponentsIn exponents: Lanes) -> Lanes {
    let bits = unsafeBitCast(exponents, to: SIMD8<UInt64>.self)
    let both = bits & SIMD8<UInt64>(repeating: 0xFFFF)
    let half = both &>> SIMD8<UInt64>(repeating: 1)
    let shift = SIMD8<UInt64>(repeating: 52)
    let first = unsafeBitCast(half &<< shift, to: Lanes.self)
    let second = unsafeBitCast((both &- half) &<< shift, to: Lanes.self)
    return self * first * second
  }
}

/// The exponentials of arrays.
enum Exponential {
  /// Writes eˣ for each number.
  static func write(
    _ numbers: UnsafePointer<Double>,
    to result: UnsafeMutablePointer<Double>,
    _ count: Int
  ) {
    Workers.performRanges(count, cost: 4) { range in
      var index = range.lowerBound
      while index &+ Lanes.width <= range.upperBound {
        Lanes(at: numbers + index).exponential.store(at: result + index)
        index &+= Lanes.width
      }
      let rest = range.upperBound - index
      if rest > 0 {
        Lanes(at: numbers + index, count: rest, filling: 0).exponential
          .store(at: result + index, count: rest)
      }
    }
  }

  /// Writes e to the power of each number less a shift, and returns their sum. The result may lie where the numbers
  /// do.
  static func writeShifted(
    _ numbers: UnsafePointer<Double>,
    by shift: Double,
    to result: UnsafeMutablePointer<Double>,
    _ count: Int,
    threads: Int
  ) -> Double {
    let terms = WrittenExponentials(terms: .init(numbers: numbers, shift: shift), result: result)
    return PairwiseSum.of(terms, count: count, threads: threads)
  }

  /// The sum of e to the power of each number less a shift; 0 of no numbers.
  static func sumShifted(_ numbers: UnsafePointer<Double>, by shift: Double, _ count: Int) -> Double
  {
    guard count > 0 else { return 0 }
    let terms = ShiftedExponentials(numbers: numbers, shift: shift)
    return PairwiseSum.of(terms, count: count, threads: 1)
  }
}

private struct ShiftedExponentials: LaneTerms {
  let numbers: UnsafePointer<Double>
  let shift: Double

  @inline(__always)
  func terms(at index: Int) -> Lanes { (Lanes(at: numbers + index) - shift).exponential }

  @inline(__always)
  func lastTerms(at index: Int, count: Int) -> Lanes {
    (Lanes(at: numbers + index, count: count, filling: -.infinity) - shift).exponential
  }
}

/// The same, which are written as they are summed.
private struct WrittenExponentials: LaneTerms {
  let terms: ShiftedExponentials
  let result: UnsafeMutablePointer<Double>

  @inline(__always)
  func terms(at index: Int) -> Lanes {
    let exponentials = terms.terms(at: index)
    exponentials.store(at: result + index)
    return exponentials
  }

  @inline(__always)
  func lastTerms(at index: Int, count: Int) -> Lanes {
    let exponentials = terms.lastTerms(at: index, count: count)
    exponentials.store(at: result + index, count: count)
    return exponentials
  }
}
