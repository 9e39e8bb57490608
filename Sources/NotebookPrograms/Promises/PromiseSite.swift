import NotebookSyntax

/// How a running program tells that it came to a comment that promises something, and with which
/// value.
enum PromiseSite: Sendable, Equatable {
  /// A call after the top-level item with a number, of which a variable holds the value, if any.
  case afterItem(Int?, variable: String?)
  /// A call around an expression that begins its line inside an item; whether a statement stands
  /// before it in its block.
  case around(Range<Int>, isFirst: Bool)
  /// A call in the comment's place, inside an item.
  case inPlace(variable: String?)
  /// There is nothing before the comment that could do what it promises.
  case none
}

/// A promise in a piece's code.
struct PlacedPromise: Sendable {
  var promise: CommentPromise
  /// The comments that belong to it, by their places in the code; at least one.
  var comments: [Range<Int>]
  var site: PromiseSite = .none
  /// The way in which it is written; `nil` for a warning or a crash.
  var form: CheckRules.ResultForm?

  /// The item whose shown value is promised.
  var shownItem: Int? {
    guard promise.kind == .value, case .afterItem(let item, nil) = site else { return nil }
    return item
  }

  /// Where the first comment begins.
  var offset: Int { comments[0].lowerBound }
}
