import LayerCalculus

/// SplitMix64: the same seed gives the same numbers on every machine, so that a failure repeats.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func count(upTo most: Int = 7) -> Int { .random(in: 1...most, using: &self) }

  mutating func vector(_ count: Int, in range: ClosedRange<Double> = -3...3) -> Vector {
    Vector((0..<count).map { _ in .random(in: range, using: &self) })
  }

  mutating func matrix(
    _ rows: Int,
    _ columns: Int,
    in range: ClosedRange<Double> = -3...3
  ) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: vector(rows * columns, in: range))
  }

  /// Soft targets that sum to 1.
  mutating func distribution(_ count: Int) -> Vector {
    let weights = vector(count, in: 0.1...1)
    return weights / weights.sum
  }
}
