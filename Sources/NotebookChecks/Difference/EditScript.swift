/// The elements that two sequences share, in order: the difference of Myers (1986).
///
/// After a bounded number of edits the furthest way so far is taken and the search begins anew from
/// its end. So short differences are the shortest there are, and long ones take linear time.
package struct EditScript {
  /// A position on the left and the one on the right that holds against it.
  package typealias Match = (left: Int, right: Int)

  /// How many edits are searched at once; 0 to find just the common beginning and end.
  let bound: Int
  /// Whether an element of the left sequence holds against one of the right.
  let holds: (Int, Int) -> Bool

  /// - Parameters:
  ///   - bound: how many edits are searched at once; 0 to find just the common beginning and end.
  ///   - holds: whether an element of the left sequence holds against one of the right.
  package init(bound: Int = 128, holds: @escaping (Int, Int) -> Bool) {
    self.bound = bound
    self.holds = holds
  }

  /// The pairs of positions that hold, in ascending order on both sides.
  package func matches(_ left: Range<Int>, _ right: Range<Int>) -> [Match] {
    var matches: [Match] = []
    var start = (left: left.lowerBound, right: right.lowerBound)
    while start.left < left.upperBound, start.right < right.upperBound,
      holds(start.left, start.right)
    {
      matches.append(start)
      start = (start.left + 1, start.right + 1)
    }
    var tail: [Match] = []
    var end = (left: left.upperBound, right: right.upperBound)
    while start.left < end.left, start.right < end.right, holds(end.left - 1, end.right - 1) {
      end = (end.left - 1, end.right - 1)
      tail.append(end)
    }
    while bound > 0, start.left < end.left, start.right < end.right {
      var path = EditPath(start.left..<end.left, start.right..<end.right, holds)
      path.advance(bound: bound)
      matches += path.matches()
      start = path.end
    }
    return matches + tail.reversed()
  }
}
