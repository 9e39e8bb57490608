/// A piece of what a cell shows, or of what a promise says it shows.
struct ShownToken: Equatable {
  enum Kind: UInt8 {
    /// A number that is not part of a word, with its sign.
    case number
    /// A word, a run of dots, or one other sign.
    case word
    /// A bracket or a comma.
    case separator
    /// `[...]` in a promise, which stands for anything.
    case wildcard
  }

  var kind: Kind
  /// Where the token begins and ends, in UTF-8 offsets of its text.
  var start: Int
  var end: Int
  /// The line that it stands on, counted from 0.
  var line: Int
  /// Whether white space parts it from the token before. Beside a bracket or a comma white space
  /// means nothing, so there it is always `false`.
  var isSpaced: Bool

  var range: Range<Int> { start..<end }
}
