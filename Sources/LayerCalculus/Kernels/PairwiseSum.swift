/// What is summed: terms that are formed eight at a time from numbers in memory.
protocol LaneTerms {
  /// The terms from a place on, as many as there are lanes.
  func terms(at index: Int) -> Lanes
  /// The last terms, fewer than there are lanes; 0 in the other lanes.
  func lastTerms(at index: Int, count: Int) -> Lanes
}

/// Sums in pairs of halves: the error grows with the logarithm of the count, not with the count.
///
/// The halves are the same for one thread and for many.
enum PairwiseSum {
  /// How many terms are summed lane by lane, each lane some sixteen of them.
  static let block = 512
  /// How many terms a thread takes at a time.
  static let chunk = 64 * block

  /// The sum of parts, by halves.
  static func of(_ parts: Range<Int>, _ part: (Int) -> Double) -> Double {
    if parts.count == 1 { return part(parts.lowerBound) }
    let middle = parts.lowerBound + parts.count / 2
    return of(parts.lowerBound..<middle, part) + of(middle..<parts.upperBound, part)
  }

  /// The sum of terms.
  static func of<Terms: LaneTerms>(_ terms: Terms, count: Int, threads: Int) -> Double {
    let chunks = (count + chunk - 1) / chunk
    if chunks == 1 { return ofChunk(terms, from: 0, to: count) }
    let sums = [Double](count: chunks) { sums in
      Workers.perform(chunks, threads: threads) { index in
        let start = index * chunk
        sums[index] = ofChunk(terms, from: start, to: Swift.min(start + chunk, count))
      }
    }
    return of(0..<chunks) { sums[$0] }
  }

  private static func ofChunk<Terms: LaneTerms>(
    _ terms: Terms,
    from start: Int,
    to end: Int
  ) -> Double {
    if end - start <= block { return ofBlock(terms, from: start, to: end) }
    return of(0..<(end - start + block - 1) / block) { index in
      let first = start + index * block
      return ofBlock(terms, from: first, to: Swift.min(first + block, end))
    }
  }

  /// The sum of a block, in four sums of eight lanes.
  private static func ofBlock<Terms: LaneTerms>(
    _ terms: Terms,
    from start: Int,
    to end: Int
  ) -> Double {
    var (a, b, c, d) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
    var index = start
    while index &+ 32 <= end {
      a += terms.terms(at: index)
      b += terms.terms(at: index &+ 8)
      c += terms.terms(at: index &+ 16)
      d += terms.terms(at: index &+ 24)
      index &+= 32
    }
    while index &+ 8 <= end {
      a += terms.terms(at: index)
      index &+= 8
    }
    if index < end { b += terms.lastTerms(at: index, count: end &- index) }
    return ((a + b) + (c + d)).total
  }
}

extension PairwiseSum {
  /// The sum of numbers.
  static func of(_ numbers: UnsafePointer<Double>, count: Int) -> Double {
    of(Numbers(start: numbers), count: count, threads: Workers.count(for: count))
  }

  /// The dot product of two arrays.
  static func dot(
    _ left: UnsafePointer<Double>,
    _ right: UnsafePointer<Double>,
    count: Int,
    threads: Int? = nil
  ) -> Double {
    let threads = threads ?? Workers.count(for: 2 * count)
    return of(Products(left: left, right: right), count: count, threads: threads)
  }

  private struct Numbers: LaneTerms {
    let start: UnsafePointer<Double>

    @inline(__always)
    func terms(at index: Int) -> Lanes { Lanes(at: start + index) }

    @inline(__always)
    func lastTerms(at index: Int, count: Int) -> Lanes {
      Lanes(at: start + index, count: count, filling: 0)
    }
  }

  private struct Products: LaneTerms {
    let left: UnsafePointer<Double>
    let right: UnsafePointer<Double>

    @inline(__always)
    func terms(at index: Int) -> Lanes { Lanes(at: left + index) * Lanes(at: right + index) }

    @inline(__always)
    func lastTerms(at index: Int, count: Int) -> Lanes {
      Lanes(at: left + index, count: count, filling: 0)
        * Lanes(at: right + index, count: count, filling: 0)
    }
  }
}
