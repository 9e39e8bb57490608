import LayerCalculus
import TestSupport

extension SeededGenerator {
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
