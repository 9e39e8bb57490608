import NotebookSyntax
import NotebookTranscript

/// `// => value` and `// Prints "text"`.
extension PromiseCheck {
  mutating func check(_ comment: CommentPromise, of cell: Cell, _ record: Transcript.Record) {
    let comment = meant(comment, record)
    let isValue = comment.kind == .value
    let promise = Promise(comment)
    list(promise)
    if comment.isUnclosed {
      fault(
        promise,
        .unclosedPromise,
        "the quotation mark of this promise is never closed",
        help: "end the last line of the text with a quotation mark"
      )
      return
    }
    if cell.mode == .noRun {
      fault(
        promise,
        .promiseOfCellNotRun,
        "this cell is not run, so nothing can keep what is promised here",
        help: "take 'no-run' away from the fence, or take this comment away"
      )
      return
    }
    guard record.status != .notRun, record.status != .compiled else { return }
    if !comment.hasSubject {
      fault(
        promise,
        .promiseWithoutSubject,
        isValue
          ? "no expression or variable stands before this comment"
          : "no statement stands before this comment",
        help: isValue
          ? "put '// =>' behind an expression that begins its line, or on the next line"
          : "put '// Prints' behind a statement that prints, or on the next line"
      )
      return
    }
    let marks = record.marks.filter { $0.promise == comment.id }
    guard !marks.isEmpty else {
      // A program that failed before it came here says so itself.
      guard record.status == .ran, !transcript.hasErrors else { return }
      fault(
        promise,
        .promiseNeverReached,
        "the program never comes to this line",
        help: "nothing calls this code, or it is left before; call it, or take this comment away"
      )
      return
    }
    if isValue {
      checkValue(promise, comment, marks, cell)
    } else {
      checkPrinted(promise, comment, marks, cell)
    }
  }

  /// The promise with the marks between its texts as its own, where that is what was printed.
  private func meant(
    _ comment: CommentPromise,
    _ record: Transcript.Record
  ) -> CommentPromise {
    guard let whole = comment.asOneText else { return comment }
    let marks = record.marks.filter { $0.promise == comment.id }
    let isWhole = marks.allSatisfy { mark in
      candidates(mark, whole).contains { holds(whole.text, $0) }
    }
    return isWhole && !marks.isEmpty ? whole : comment
  }

  private mutating func checkValue(
    _ promise: Promise,
    _ comment: CommentPromise,
    _ marks: [Transcript.Mark],
    _ cell: Cell
  ) {
    let values = marks.compactMap(\.value)
    guard values.count == marks.count else {
      fault(
        promise,
        .promiseWithoutValue,
        "the expression before this comment has no value",
        help: "for what a statement prints, write // Prints \"text\""
      )
      return
    }
    let form = marks.allSatisfy { PromisedForm.isArray($0.texts) } ? arrayForm : self.form
    // In a loop it names the value of every round, or all of them one after the other.
    let meant = marks.map { mark in
      form.text(like: promise.text, among: isBare(comment) ? mark.unmistakable : mark.texts)
    }
    let isEach =
      meant.allSatisfy { form.holds(promise.text, $0, ComparisonRule()) } || Set(values).count == 1
    let rounds = (0..<(marks.map(\.texts.count).max() ?? 1)).map { form in
      marks.map { form < $0.texts.count ? $0.texts[form] : $0.texts[0] }.joined(separator: "\n")
    }
    let shown = isEach ? meant[0] : form.text(like: promise.text, among: rounds)
    let subject = isEach ? "the value is" : "the values are"
    var promised = text(promise, comment, shown: shown, subject: subject, cell)
    promised.form = form
    compare(promised)
  }

  private mutating func checkPrinted(
    _ promise: Promise,
    _ comment: CommentPromise,
    _ marks: [Transcript.Mark],
    _ cell: Cell
  ) {
    let rounds = marks.map { candidates($0, comment) }
    let meant = rounds.map { candidates in
      candidates.first { holds(promise.text, $0) } ?? likeliest(candidates, comment)
    }
    let isEach = meant.allSatisfy { holds(promise.text, $0) } || Set(meant).count == 1
    let shown = isEach ? meant[0] : rounds.map { $0[0] }.joined()
    compare(text(promise, comment, shown: shown, subject: "this prints", cell))
  }

  /// Whether nothing stands in the comment but the value.
  private func isBare(_ comment: CommentPromise) -> Bool {
    source[comment.id..<comment.lines[0].text.lowerBound].dropFirst(2).allSatisfy(\.isWhitespace)
  }

  /// What a promise of printed text may mean: what the statement before it printed, or also what
  /// those before that one did; inside a statement, the last lines that came.
  private func candidates(_ mark: Transcript.Mark, _ comment: CommentPromise) -> [String] {
    var candidates: [String] = []
    var printed = ""
    for text in mark.printed.reversed() where !text.isEmpty {
      printed = text + printed
      candidates.append(printed)
    }
    if comment.isInside {
      let lines = printed.split(separator: "\n", omittingEmptySubsequences: false)
      let count = comment.lineCount + (printed.hasSuffix("\n") ? 1 : 0)
      candidates.append(lines.suffix(count).joined(separator: "\n"))
    }
    return candidates.isEmpty ? [""] : candidates
  }

  /// What is meant by a promise that does not hold: the first that has as many lines.
  private func likeliest(_ candidates: [String], _ comment: CommentPromise) -> String {
    let fitting = candidates.first { candidate in
      candidate.count { $0 == "\n" } >= comment.lineCount
    }
    return fitting ?? candidates[0]
  }

  private func holds(_ promised: String, _ actual: String) -> Bool {
    form.holds(promised, actual, ComparisonRule())
  }

  private func text(
    _ promise: Promise,
    _ comment: CommentPromise,
    shown: String,
    subject: String,
    _ cell: Cell
  ) -> PromisedText {
    let edit = CommentEdit(comment, in: cell, of: source)
    return PromisedText(
      promise: promise,
      shown: shown,
      subject: subject,
      place: { edit.place(of: $0) },
      edit: { edit.edit(to: $0) },
      refusal: "what comes cannot be written into a comment; use an 'output' fence"
    )
  }
}

extension Transcript.Mark {
  /// The texts of the value that cannot be taken for words: a text is one in its quotation marks.
  fileprivate var unmistakable: [String] {
    let quoted = texts.filter { $0.hasPrefix("\"") }
    return quoted.isEmpty ? texts : quoted
  }
}

extension CommentPromise {
  /// How many lines are promised.
  fileprivate var lineCount: Int { text.count { $0 == "\n" } + 1 }
}
