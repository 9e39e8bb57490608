/// The place where a promise does not hold, by tokens.
struct TokenMismatch: Equatable {
  enum Cause {
    /// The tokens differ, or one of them is missing.
    case text
    /// The tokens hold, but only one of them has white space before it.
    case spacing
    /// The promised token holds, but its line goes on.
    case continuation
  }

  /// The promised token; `nil` where the promise is at its end.
  var promised: Int?
  /// The token of the actual text; `nil` where that is at its end.
  var actual: Int?
  var cause: Cause

  init(_ promised: Int?, _ actual: Int?, _ cause: Cause = .text) {
    self.promised = promised
    self.actual = actual
    self.cause = cause
  }
}
