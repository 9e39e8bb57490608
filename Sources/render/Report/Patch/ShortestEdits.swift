/// Lines that go and lines that take their place.
struct LineChange: Sendable, Hashable {
  /// The lines that go, by number from 0.
  var old: Range<Int>
  /// The lines that come.
  var new: Range<Int>
}

/// The fewest lines that must go and come to make one list of lines another.
///
/// Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, the variant that
/// takes little memory: from both ends to a place in the middle, and then on either side of it.
struct ShortestEdits {
  private let old: [Int]
  private let new: [Int]
  /// What differs, in order. No two touch each other.
  private(set) var changes: [LineChange] = []

  init<Line: Hashable>(from old: [Line], to new: [Line]) {
    // Equal lines get equal numbers, which are compared faster.
    var numbers: [Line: Int] = [:]
    func number(_ line: Line) -> Int {
      let next = numbers.count
      let number = numbers[line, default: next]
      if number == next { numbers[line] = next }
      return number
    }
    self.old = old.map(number)
    self.new = new.map(number)
    compare(0..<old.count, 0..<new.count)
  }

  private mutating func compare(_ olds: Range<Int>, _ news: Range<Int>) {
    var (low, high) = (olds.lowerBound, olds.upperBound)
    var (newLow, newHigh) = (news.lowerBound, news.upperBound)
    while low < high, newLow < newHigh, old[low] == new[newLow] {
      low += 1
      newLow += 1
    }
    while low < high, newLow < newHigh, old[high - 1] == new[newHigh - 1] {
      high -= 1
      newHigh -= 1
    }
    if low == high || newLow == newHigh {
      add(LineChange(old: low..<high, new: newLow..<newHigh))
    } else {
      let middle = MiddleOfPath(old[low..<high], new[newLow..<newHigh])
      compare(low..<middle.old, newLow..<middle.new)
      compare(middle.old..<high, middle.new..<newHigh)
    }
  }

  private mutating func add(_ change: LineChange) {
    if change.old.isEmpty, change.new.isEmpty { return }
    guard let last = changes.last, last.old.upperBound == change.old.lowerBound,
      last.new.upperBound == change.new.lowerBound
    else {
      changes.append(change)
      return
    }
    changes[changes.count - 1] = LineChange(
      old: last.old.lowerBound..<change.old.upperBound,
      new: last.new.lowerBound..<change.new.upperBound
    )
  }
}
