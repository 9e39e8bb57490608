import TestSupport

extension SeededGenerator {
  /// Whether something happens that happens once in so many times.
  mutating func once(in times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

  /// One of some elements, or a default where there are none.
  mutating func pick<T>(_ elements: [T], or other: T) -> T {
    elements.randomElement(using: &self) ?? other
  }
}
