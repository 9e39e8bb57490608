/// A line of the difference between a promise and what came.
struct AlignedLine: Equatable {
  enum Kind {
    /// A promised line that holds.
    case same
    /// A promised line that does not hold.
    case promised
    /// A line that came in its place.
    case shown
  }

  var kind: Kind
  /// The line as it is written, without its end.
  var text: String
  /// What differs within the line, in UTF-8 offsets of `text` that never cut a character's bytes.
  var emphasis: [Range<Int>] = []
  /// The line of the promise, counted from 0; `nil` for a line that only came.
  var promisedLine: Int?
  /// The line of the actual text, counted from 0; `nil` where there is none, or none alone.
  var shownLine: Int?
}
