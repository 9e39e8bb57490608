import NotebookChecks

/// Lines that go and lines that take their place.
struct LineChange: Sendable, Hashable {
  /// The lines that go, by number from 0.
  var old: Range<Int>
  /// The lines that come.
  var new: Range<Int>
}

/// The fewest lines that must go and come to make one list of lines another; where that is more than
/// ``bound``, few of them, found in linear time.
struct ShortestEdits {
  /// What differs, in order. No two touch each other.
  private(set) var changes: [LineChange] = []

  private static let bound = 512

  init<Line: Hashable>(from old: [Line], to new: [Line]) {
    // Equal lines get equal numbers, which are compared faster.
    var numbers: [Line: Int] = [:]
    func number(_ line: Line) -> Int {
      let next = numbers.count
      let number = numbers[line, default: next]
      if number == next { numbers[line] = next }
      return number
    }
    let (left, right) = (old.map(number), new.map(number))
    let script = EditScript(bound: Self.bound) { left[$0] == right[$1] }
    var start: EditScript.Match = (0, 0)
    for match in script.matches(left.indices, right.indices) + [(left.count, right.count)] {
      if start != match {
        changes.append(LineChange(old: start.left..<match.left, new: start.right..<match.right))
      }
      start = (match.left + 1, match.right + 1)
    }
  }
}
