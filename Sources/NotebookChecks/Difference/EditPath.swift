/// One way of few edits through two sequences. A diagonal is the difference of the positions.
struct EditPath {
  private let left: Range<Int>
  private let right: Range<Int>
  private let holds: (Int, Int) -> Bool

  /// For each number of edits the furthest position on the left, by diagonal from `-edits` on.
  private var history: [[Int]] = []
  /// The diagonal of the chosen end.
  private var diagonal = 0

  private static let unreachable = Int.min / 2

  init(_ left: Range<Int>, _ right: Range<Int>, _ holds: @escaping (Int, Int) -> Bool) {
    self.left = left
    self.right = right
    self.holds = holds
  }

  /// Where the way ends.
  var end: EditScript.Match {
    let x = history.last.map { $0[diagonal + history.count - 1] } ?? 0
    return (left.lowerBound + x, right.lowerBound + x - diagonal)
  }

  /// Searches with one edit after another until both sequences end or the bound is reached.
  mutating func advance(bound: Int) {
    let (width, height) = (left.count, right.count)
    for edits in 0...bound {
      var furthest = Array(repeating: Self.unreachable, count: 2 * edits + 1)
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        var x = step(edits, diagonal).x
        guard x >= 0 else { continue }
        while x < width, x - diagonal < height,
          holds(left.lowerBound + x, right.lowerBound + x - diagonal)
        {
          x += 1
        }
        furthest[diagonal + edits] = x
        if x == width, x - diagonal == height { self.diagonal = diagonal }
      }
      history.append(furthest)
      let isDone = abs(width - height) <= edits && end == (left.upperBound, right.upperBound)
      if isDone { return }
    }
    chooseFurthest(width, height)
  }

  /// Where an edit leads to before elements that hold are passed, and whether it takes an element of
  /// the right sequence.
  private func step(_ edits: Int, _ diagonal: Int) -> (x: Int, isDown: Bool) {
    guard edits > 0 else { return (0, true) }
    let before = history[edits - 1]
    func furthest(_ diagonal: Int) -> Int {
      let index = diagonal + edits - 1
      return before.indices.contains(index) ? before[index] : Self.unreachable
    }
    var across = furthest(diagonal - 1) + 1
    if across > left.count { across = Self.unreachable }
    var down = furthest(diagonal + 1)
    if down - diagonal > right.count { down = Self.unreachable }
    return down >= across ? (down, true) : (across, false)
  }

  /// Of the ways that got equally far, the one that leaves both sides their share goes on.
  private mutating func chooseFurthest(_ width: Int, _ height: Int) {
    guard let furthest = history.last else { return }
    let edits = history.count - 1
    var best = (sum: -1, skew: 0)
    for diagonal in stride(from: -edits, through: edits, by: 2) {
      let x = furthest[diagonal + edits]
      guard x >= 0 else { continue }
      let sum = 2 * x - diagonal
      let skew = abs(x * height - (x - diagonal) * width)
      if sum > best.sum || sum == best.sum && skew < best.skew {
        best = (sum, skew)
        self.diagonal = diagonal
      }
    }
  }

  /// The pairs that hold along the way.
  func matches() -> [EditScript.Match] {
    var matches: [EditScript.Match] = []
    var diagonal = diagonal
    for edits in history.indices.reversed() {
      let from = step(edits, diagonal)
      var x = history[edits][diagonal + edits]
      while x > from.x {
        x -= 1
        matches.append((left.lowerBound + x, right.lowerBound + x - diagonal))
      }
      diagonal += from.isDown ? 1 : -1
    }
    return matches.reversed()
  }
}
