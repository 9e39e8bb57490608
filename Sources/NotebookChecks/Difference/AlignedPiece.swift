/// A piece of a promise with what it is about in the actual text, by line numbers.
enum AlignedPiece: Equatable {
  /// Lines that hold, though perhaps laid out otherwise.
  case held(promised: [Int], actual: [Int])
  /// A line of nothing but `[...]`.
  case wildcard(Int)
  /// Lines that do not hold, and what came in their place.
  case changed(promised: [Int], actual: [Int])
}
