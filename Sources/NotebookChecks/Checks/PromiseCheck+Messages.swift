import Documents
import NotebookSyntax
import NotebookTranscript

/// `compile-fail`, `should-crash`, and the comments that name a message.
extension PromiseCheck {
  /// Whether a cell fails in the way in which it must. Where it was not tried, it is not judged.
  mutating func checkMode(of cell: Cell, _ record: Transcript.Record) -> Bool {
    let isRefusal = cell.mode == .compileFail
    let promise = Promise(
      kind: isRefusal ? .compileFail : .shouldCrash,
      range: firstLine(of: cell.range),
      text: ""
    )
    list(promise)
    if record.status == .notRun { return false }
    if !record.remarks.isEmpty {
      settle(promise)
      return true
    }
    // Another failure than the one that is promised is told already.
    let isTold = transcript.diagnostics.contains { diagnostic in
      diagnostic.severity == .error
        && diagnostic.start.map { cell.range.contains(source.offset(of: $0)) } ?? true
    }
    guard !isTold else { return false }
    if isRefusal {
      fault(
        promise,
        .compileErrorExpected,
        "this cell must not compile, but it does",
        help: "take the word 'compile-fail' away, or let the cell be wrong"
      )
    } else {
      fault(
        promise,
        .crashExpected,
        "this cell must trap, but it runs to its end",
        help: "take the word 'should-crash' away, or let the cell trap"
      )
    }
    return false
  }

  /// A message that is due on the line of a comment.
  mutating func checkMessage(
    _ comment: CommentPromise,
    of cell: Cell,
    _ record: Transcript.Record
  ) {
    let expected = ExpectedMessage(comment)
    let promise = Promise(comment)
    // In a cell that need not fail, such a comment is one of many, unless exactly the errors came that
    // its comments name, or the document chose it as a form of results.
    let isRefused = expected.kind == .error && cell.mode != .shouldCrash && !record.remarks.isEmpty
    let isDue = isRefused || expected.kind == .error && promisesErrors && cell.mode != .shouldCrash
    if expected.kind == .error, cell.mode != .compileFail, !isDue { return }
    list(promise)
    if let mode = expected.mode, cell.mode != mode, !isDue {
      fault(
        promise,
        .messageOutOfPlace,
        expected.contradiction,
        help: "add '\(mode.rawValue)' to the fence, or begin the comment with another word"
      )
      return
    }
    let said: [Diagnostic]
    switch cell.mode {
    case .compileFail: said = record.remarks
    case _ where isRefused: said = record.remarks
    case _ where isDue:
      // A cell that was passed over says nothing about its lines.
      guard record.status != .notRun else { return }
      said = messages(in: cell)
    case .shouldCrash where expected.kind == .crash: said = record.remarks
    default:
      guard record.status == .ran || record.status == .compiled else { return }
      said = messages(in: cell)
    }
    hold(promise, expected, comment, against: said, of: cell)
  }

  /// Whether a comment that names an error is a promise in any cell.
  private var promisesErrors: Bool { notebook.rules.results?.contains(.errors) == true }

  private func messages(in cell: Cell) -> [Diagnostic] {
    transcript.diagnostics.filter { cell.range.contains(source.offset(of: $0.start)) }
  }

  private mutating func hold(
    _ promise: Promise,
    _ expected: ExpectedMessage,
    _ comment: CommentPromise,
    against said: [Diagnostic],
    of cell: Cell
  ) {
    let line = source.position(at: comment.id).line
    let due = said.filter { expected.severities.contains($0.severity) }
    let here = due.filter { $0.start?.line == line }
    if let kept = here.first(where: expected.names) {
      settle(promise)
      removePromised(kept)
      return
    }
    // What the compiler says of code that must not compile is a result like others. Where it says several
    // things, the author has to choose.
    let only = expected.kind != .crash && here.count == 1 ? here.first : nil
    let edit = only.flatMap { CommentEdit(comment, in: cell, of: source).edit(to: $0.message) }
    fault(
      promise,
      expected.diagnosticKind,
      comment.text.isEmpty
        ? "there is no \(expected.noun) on this line"
        : "no \(expected.noun) on this line says '\(comment.text)'",
      help: expected.help(due, line: line)
        + (edit == nil ? "" : "; write that with 'render verify --accept \(source.path)'")
    )
    guard let only, let edit else { return }
    removePromised(only)
    accept(only.message, by: edit, of: promise)
  }

  /// In a cell that names messages, every message must be named.
  mutating func checkRest(
    of cell: Cell,
    _ record: Transcript.Record,
    _ comments: [CommentPromise]
  ) {
    let expected = comments.filter { $0.kind == .error || $0.kind == .warning }
      .map { (line: source.position(at: $0.id).line, message: ExpectedMessage($0)) }
    guard !expected.isEmpty else { return }
    let promise = Promise(kind: .compileFail, range: firstLine(of: cell.range), text: "")
    for remark in record.remarks {
      let isNamed = expected.contains { expected in
        expected.line == remark.start?.line && expected.message.names(remark)
          && expected.message.severities.contains(remark.severity)
      }
      // A promise that is not kept has told what came on its line.
      let isTold = expected.contains { $0.line == remark.start?.line && $0.message.isFor(remark) }
      guard !isNamed, !isTold, let start = remark.start, let end = remark.end else { continue }
      let word = remark.severity.rawValue
      fault(
        promise,
        .unpromisedMessage,
        "this \(word) is not promised: \(remark.message)",
        help: "name it on this line with '// \(word): \(remark.message)', or correct the code",
        at: source.offset(of: start)..<source.offset(of: end)
      )
    }
  }
}

extension SourceText {
  /// The offset of a place; before the text where there is none.
  fileprivate func offset(of position: SourcePosition?) -> Int {
    position.map { offset(of: $0) } ?? -1
  }
}
