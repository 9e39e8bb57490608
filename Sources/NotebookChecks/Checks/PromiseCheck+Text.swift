import Documents
import NotebookSyntax

extension PromiseCheck {
  /// Text that is promised, and what came.
  struct PromisedText {
    var promise: Promise
    var rule = ComparisonRule()
    /// What came.
    var shown: String
    /// What came, in a word, such as `the cell shows`.
    var subject: String
    /// The bytes of a range of the promised text, by its offsets.
    var place: (Range<Int>?) -> SourceRange
    /// Makes the promise say something else; `nil` where that cannot be written there.
    var edit: (String) -> SourceEdit?
    /// What to do where it cannot.
    var refusal: String
    /// How its sets and dictionaries are read; `nil` takes those of the whole program.
    var form: PromisedForm?
  }

  /// Holds text against text.
  mutating func compare(_ promised: PromisedText) {
    settle(promised.promise)
    var text = promised
    let form = text.form ?? form
    if !form.holds(text.promise.text, text.shown, text.rule, isAsItCame: true) {
      text.shown = AnyOrder(rule: text.rule, hashed: form.hashed)
        .text(promised: text.promise.text, actual: text.shown)
    }
    let comparison = TextComparison(rule: text.rule)
    guard
      let difference = comparison.difference(promised: text.promise.text, actual: text.shown)
    else { return }
    let accepted = AcceptedText(
      promised: text.promise.text,
      actual: text.shown,
      rule: text.rule
    )
    let edit = accepted.holds ? text.edit(accepted.text) : nil
    let message = BrokenPromise(difference, text)
    let diagnostic = Diagnostic(
      .error,
      .brokenPromise,
      text.promise.text.isEmpty
        ? "nothing is promised here yet" : message.text,
      help: edit == nil ? text.refusal : help(for: text, alike: message.alike),
      in: source,
      at: text.place(difference.promised)
    )
    note(
      Finding(
        promise: text.promise,
        diagnostic: diagnostic,
        shown: text.shown,
        difference: DifferenceLine.lines(
          promised: text.promise.text,
          shown: text.shown,
          rule: text.rule
        ),
        edit: edit,
        accepted: edit.map { _ in accepted.text }
      )
    )
  }

  /// What to do about a promise that can be accepted.
  private func help(for text: PromisedText, alike: String?) -> String {
    let command = "'render verify --accept \(source.path)'"
    if let alike { return "they look alike: \(alike); write what it gives with \(command)" }
    return switch text.promise.text {
    case "": "write what comes with \(command)"
    case "\"\(text.shown)\"": "a text is shown without quotation marks; \(command) takes them away"
    default: "correct the code, or write what it gives now with \(command)"
    }
  }
}
