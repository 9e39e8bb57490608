/// How far past its paragraph a formula has been followed, and where it is known not to end: no line is read
/// twice for the same mark.
struct Lookahead {
  /// How many lines past the run have been taken.
  private(set) var count = 0
  /// For a mark that closes a formula, the line up to which it is known not to come.
  private var missing: [String: Int] = [:]
  /// The line past which no formula in so many containers goes.
  private var barrier: (line: Int, depth: Int)?

  /// One more line was taken.
  mutating func advance() { count += 1 }

  /// The lines that were taken are kept, or given back.
  mutating func end() { count = 0 }

  /// Whether it is not known that a mark is missing in a line.
  func mayCome(_ mark: String, in line: Int) -> Bool { missing[mark, default: 0] <= line }

  /// A mark does not come before a line.
  mutating func note(missing mark: String, before line: Int) { missing[mark] = line }

  /// Whether a formula in some containers is known not to go from one line to another.
  func isBarred(from line: Int, to target: Int, depth: Int) -> Bool {
    guard let barrier else { return false }
    return line < barrier.line && barrier.line <= target && barrier.depth <= depth
  }

  /// No formula in some containers goes past a line.
  mutating func note(barrier line: Int, depth: Int) { barrier = (line, depth) }
}
