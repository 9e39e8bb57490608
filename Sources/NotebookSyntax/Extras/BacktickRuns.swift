/// What is known of the runs of backticks that come, so that no stretch of text is read in vain for
/// the end of more than one code span.
struct BacktickRuns {
  /// Longer runs are text for cmark-gfm.
  static let longest = 80

  /// Up to where the runs are known.
  private var end = 0
  /// For each length where the last run begins before `end`.
  private var last: [Int: Int] = [:]

  /// Whether it is known that no run of a length comes from an index on.
  func isMissing(_ length: Int, from index: Int) -> Bool {
    length > Self.longest || index < end && last[length, default: -1] < index
  }

  /// Notes what a search has passed over that found no run of its length.
  /// - Parameters:
  ///   - bytes: the text up to where it was searched.
  ///   - start: where the search began.
  mutating func note(_ bytes: ArraySlice<UInt8>, from start: Int) {
    guard bytes.endIndex > end else { return }
    var at = max(start, end)
    end = bytes.endIndex
    while at < end {
      let start = at
      while at < end, bytes[at] == UInt8(ascii: "`") { at += 1 }
      if at > start { last[at - start] = start } else { at += 1 }
    }
  }
}
