/// A line of a difference that is cut short for a terminal.
enum CondensedLine: Equatable {
  case line(AlignedLine)
  /// So many unchanged lines are left out here.
  case skipped(Int)
  /// So many changed lines follow that are not told.
  case more(Int)
}

extension [AlignedLine] {
  /// Only the changed lines with some unchanged lines around them.
  ///
  /// - Parameters:
  ///   - context: how many unchanged lines stay before and after a changed one.
  ///   - limit: how many lines stay in all, markers aside.
  func condensed(context: Int, limit: Int) -> [CondensedLine] {
    var condensed: [CondensedLine] = []
    var told = 0
    var skipped = 0
    let changes = indices.filter { self[$0].kind != .same }
    var next = 0
    for (index, line) in enumerated() {
      // The nearest changes are the last one before this line and the first one not before it.
      while next < changes.count, changes[next] < index { next += 1 }
      let isNearNext = next < changes.count && changes[next] - index <= context
      let isNearLast = next > 0 && index - changes[next - 1] <= context
      guard isNearNext || isNearLast else {
        skipped += 1
        continue
      }
      if told == limit {
        let remaining = changes.count - next
        return remaining > 0 ? condensed + [.more(remaining)] : condensed
      }
      if skipped > 0 { condensed.append(.skipped(skipped)) }
      skipped = 0
      told += 1
      condensed.append(.line(line))
    }
    return skipped > 0 ? condensed + [.skipped(skipped)] : condensed
  }
}
