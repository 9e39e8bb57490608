import Documents

/// `did you mean …?`, within a bound on the work: to compare every wrong name of a large file with
/// every right one would take time that grows with the square of the file.
struct Suggestions {
  private var comparisons = 50_000

  /// The help for a name that is not known.
  /// - Parameters:
  ///   - name: what was written.
  ///   - known: what could have been meant.
  ///   - otherwise: what to say where nothing is alike.
  mutating func help(
    for name: String,
    in known: some Sequence<String>,
    otherwise: String
  ) -> String {
    guard let nearest = nearest(to: name, in: known) else { return otherwise }
    return "did you mean '\(nearest)'?"
  }

  private mutating func nearest(to name: String, in known: some Sequence<String>) -> String? {
    let length = name.utf8.count
    guard length <= 64, comparisons > 0 else { return nil }
    let reach = max(2, length / 3) * 2
    // Looking at every name costs something too, however few of them are near in length.
    var seen = 0
    let candidates = known.filter {
      seen += 1
      return abs($0.utf8.count - length) <= reach
    }
    comparisons -= candidates.count + seen / 20 + 1
    guard comparisons > 0 else { return nil }
    return nearestName(to: name, in: candidates)
  }
}
