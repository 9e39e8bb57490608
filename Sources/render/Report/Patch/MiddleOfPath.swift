/// A place in the middle of a shortest path from one list of lines to another, which two searches
/// find that start at both ends (Myers 1986, section 4b).
///
/// Neither list is empty, and they differ in their first lines and in their last ones.
struct MiddleOfPath {
  /// How many lines of the old list come before it, counted from the list's own start index.
  private(set) var old: Int
  /// The same for the new list.
  private(set) var new: Int

  init(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>) {
    let (oldCount, newCount) = (old.count, new.count)
    let delta = oldCount - newCount
    let isOdd = delta % 2 != 0
    let limit = (oldCount + newCount + 1) / 2
    // How far each search got on each diagonal, which is old lines minus new lines.
    var forward = Diagonals(limit)
    var backward = Diagonals(limit)
    for edits in 0...limit {
      // Diagonals beyond the lists' ends lead nowhere.
      let diagonals = stride(
        from: 2 * max(0, edits - newCount) - edits,
        through: edits - 2 * max(0, edits - oldCount),
        by: 2
      )
      for diagonal in diagonals {
        let start = forward.next(diagonal, edits)
        var reach = start
        while reach < oldCount, reach - diagonal < newCount,
          old[old.startIndex + reach] == new[new.startIndex + reach - diagonal]
        {
          reach += 1
        }
        forward[diagonal] = reach
        let other = delta - diagonal
        if isOdd, abs(other) < edits, reach + backward[other] >= oldCount {
          self.old = old.startIndex + start
          self.new = new.startIndex + start - diagonal
          return
        }
      }
      for diagonal in diagonals {
        let start = backward.next(diagonal, edits)
        var reach = start
        while reach < oldCount, reach - diagonal < newCount,
          old[old.endIndex - 1 - reach] == new[new.endIndex - 1 - (reach - diagonal)]
        {
          reach += 1
        }
        backward[diagonal] = reach
        let other = delta - diagonal
        if !isOdd, abs(other) <= edits, reach + forward[other] >= oldCount {
          self.old = old.endIndex - start
          self.new = new.endIndex - (start - diagonal)
          return
        }
      }
    }
    // The searches always meet; where they did not, all lines would go and come.
    self.old = old.endIndex
    self.new = new.startIndex
  }
}

/// How many old lines a search has passed on each diagonal.
private struct Diagonals {
  private var reaches: [Int]
  private let origin: Int

  init(_ limit: Int) {
    origin = limit + 1
    reaches = Array(repeating: 0, count: 2 * limit + 3)
  }

  subscript(diagonal: Int) -> Int {
    get { reaches[origin + diagonal] }
    set { reaches[origin + diagonal] = newValue }
  }

  /// Where the search comes to a diagonal from its neighbours by one edit.
  func next(_ diagonal: Int, _ edits: Int) -> Int {
    if diagonal == -edits || diagonal != edits && self[diagonal - 1] < self[diagonal + 1] {
      return self[diagonal + 1]
    }
    return self[diagonal - 1] + 1
  }
}
