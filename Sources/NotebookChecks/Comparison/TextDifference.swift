/// The first place where a promise and the actual text part.
struct TextDifference: Equatable {
  enum Cause {
    /// A word or a number differs, is missing, or is too much.
    case text
    /// A line of an unordered promise has no partner.
    case line
  }

  var cause = Cause.text
  /// The promised token that does not hold, in UTF-8 offsets of the promise; `nil` where the promise
  /// is at its end.
  var promised: Range<Int>?
  var promisedText: String?
  /// What came in its place; `nil` where nothing more came.
  var actual: String?
  /// Where that stands, as a UTF-8 offset of the actual text as `TerminalText` gives it.
  var actualOffset: Int?

  /// The difference in a sentence for the author.
  var message: String {
    switch (cause, promisedText, actual) {
    case (.text, let promised?, let actual?):
      "'\(promised)' is promised here, but the cell shows '\(actual)'"
    case (.text, let promised?, nil):
      "'\(promised)' is promised here, but the cell shows nothing more"
    case (.text, nil, let actual?):
      "nothing more is promised here, but the cell goes on with '\(actual)'"
    case (.line, let promised?, _):
      "the line '\(promised)' is promised here, but the cell shows no such line"
    case (.line, nil, let actual?):
      "the cell shows the line '\(actual)' too, which is not promised"
    case (_, nil, nil): "the cell does not show what is promised"
    }
  }
}
