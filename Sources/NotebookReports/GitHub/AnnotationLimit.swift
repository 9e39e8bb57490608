/// How many annotations GitHub takes of one step; further ones it passes over in silence.
///
/// Source: GitHub's documentation of annotations: 10 errors, 10 warnings and 10 notices of a step.
struct AnnotationLimit: Sendable {
  static let most = 10

  private var counts: [String: Int] = [:]

  /// Whether there is room for one more.
  /// - Parameter command: how it is told: `error`, `warning` or `notice`.
  mutating func takes(_ command: String) -> Bool {
    let count = counts[command, default: 0]
    guard count < Self.most else { return false }
    counts[command] = count + 1
    return true
  }
}
