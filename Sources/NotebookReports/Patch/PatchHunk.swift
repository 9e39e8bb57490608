/// Changes that are near each other, with the lines around them.
struct PatchHunk: Sendable, Hashable {
  /// How many lines are shown before and after a change.
  static let context = 3

  var changes: [LineChange]
  /// All old lines that the hunk speaks of.
  var old: Range<Int>
  /// All new lines.
  var new: Range<Int>

  /// Gathers changes whose lines of context touch.
  /// - Parameters:
  ///   - changes: the changes, in order.
  ///   - oldCount: how many old lines there are.
  static func hunks(of changes: [LineChange], oldCount: Int) -> [PatchHunk] {
    var groups: [[LineChange]] = []
    for change in changes {
      if let last = groups.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
        groups[groups.count - 1].append(change)
      } else {
        groups.append([change])
      }
    }
    return groups.compactMap { changes in
      guard let first = changes.first, let last = changes.last else { return nil }
      let before = min(context, first.old.lowerBound)
      let after = min(context, oldCount - last.old.upperBound)
      return PatchHunk(
        changes: changes,
        old: first.old.lowerBound - before..<last.old.upperBound + after,
        new: first.new.lowerBound - before..<last.new.upperBound + after
      )
    }
  }

  /// The line that begins the hunk, without its end.
  var head: String { "@@ -\(Self.span(old)) +\(Self.span(new)) @@" }

  /// Lines count from 1, but no lines are named by the one before them.
  private static func span(_ lines: Range<Int>) -> String {
    switch lines.count {
    case 0: "\(lines.lowerBound),0"
    case 1: "\(lines.lowerBound + 1)"
    default: "\(lines.lowerBound + 1),\(lines.count)"
    }
  }
}
