import Documents
import NotebookSyntax
import NotebookTranscript

/// Comments that look like promises and that nothing can keep.
extension PromiseCheck {
  /// The promises of a cell that is only shown.
  mutating func tellIgnored(_ comments: [CommentPromise]) {
    for comment in comments
    where !comment.mayBeWords && [.value, .prints].contains(comment.kind) {
      warn(
        comment,
        .promiseOfIgnoredCell,
        "this cell is ignored, so nothing keeps what is promised here",
        help: "take 'ignore' away from the fence, or take this comment away"
      )
    }
  }

  /// A comment that is not clear. What may be words of the author's is only warned of.
  mutating func tell(_ doubt: CommentPromise.Doubt, of comment: CommentPromise) {
    guard !notebook.rules.toleratesDoubts else { return }
    switch doubt {
    case .noQuotes:
      warn(
        comment,
        .unquotedPromise,
        "this is not checked: printed text is promised in quotation marks",
        help: "write // Prints \"text\", or '// Prints:' above comments with the lines"
      )
    // That one text or another comes is what words say, and not what a promise can.
    case .alternatives: break
    case .block:
      let promise = Promise(comment)
      list(promise)
      fault(
        promise,
        .promiseInBlock,
        "a promise cannot stand in a '/* */' of several lines",
        help: "begin each of its lines with '//'"
      )
    }
  }

  private mutating func warn(
    _ comment: CommentPromise,
    _ kind: Diagnostic.Kind,
    _ message: String,
    help: String
  ) {
    let range = firstLine(of: comment.range)
    tell(Diagnostic(.warning, kind, message, help: help, in: source, at: range))
  }
}
