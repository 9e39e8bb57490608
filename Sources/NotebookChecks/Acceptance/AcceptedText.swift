import NotebookSyntax

/// A promise rewritten so that it holds, with as much of the author's writing as possible: the
/// digits, the layout, `[...]`, and all that still holds.
///
/// 1. A promise that holds stays as it is, byte for byte.
/// 2. Otherwise its lines are laid along those that came, and only what differs is replaced.
/// 3. Where that leads to nothing that holds, the whole text that came replaces the promise.
struct AcceptedText: Equatable {
  let text: String
  /// Whether the text holds as a promise of what came. What a program prints need not: it may look
  /// like a promise with `[...]` in it.
  let holds: Bool

  /// - Parameters:
  ///   - promised: the promise, with `\n` as line end.
  ///   - actual: what came, as the program wrote it.
  ///   - rule: how the one is held against the other.
  init(promised: String, actual: String, rule: ComparisonRule) {
    let comparison = TextComparison(rule: rule)
    let promise = ShownText(promised: promised, rule: rule)
    let shown = ShownText(actual: actual)
    if comparison.difference(promise, shown) == nil {
      (text, holds) = (promised, true)
      return
    }
    let lineEnd = promise.bytes.last == ASCII.newline ? "\n" : ""
    if !rule.isExact || rule.isUnordered, !promise.tokens.isEmpty {
      let alignment = LineAlignment(promised: promise, actual: shown, rule: rule)
      if let rewritten = PromiseRewriting.text(alignment).map({ $0.isEmpty ? "" : $0 + lineEnd }),
        comparison.difference(ShownText(promised: rewritten, rule: rule), shown) == nil
      {
        (text, holds) = (rewritten, true)
        return
      }
    }
    text = Self.whole(shown, lineEnd: lineEnd, isExact: rule.isExact)
    holds = comparison.difference(ShownText(promised: text, rule: rule), shown) == nil
  }

  /// The promise rewritten so that it holds, where that is possible.
  static func text(promised: String, actual: String, rule: ComparisonRule) -> String {
    AcceptedText(promised: promised, actual: actual, rule: rule).text
  }

  /// What came, with a last line end if the promise has one.
  private static func whole(_ shown: ShownText, lineEnd: String, isExact: Bool) -> String {
    var bytes = ExactComparison.body(shown.bytes)
    if isExact, bytes.last == ASCII.newline { return shown.text(at: shown.bytes.indices) }
    while bytes.last == ASCII.newline { bytes.removeLast() }
    return bytes.isEmpty ? "" : String(decoding: bytes, as: UTF8.self) + lineEnd
  }
}
