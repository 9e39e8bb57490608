import NotebookSyntax

/// Reads the promises in a piece's comments.
struct CommentReader {
  private let piece: ParsedPiece
  private let comments: [CommentLine]
  private let results: Set<CheckRules.ResultForm>?
  private var next = 0

  /// One line of a promise, by its place in the code.
  private struct Draft {
    var comment: CommentLine
    var text: Range<Int>
    var opensQuote = false
    var closesQuote = false
    var quote = "\""
  }

  /// The promises, in order, without what the program tells of them.
  /// - Parameter results: the ways in which comments promise; `nil` for the usual.
  static func promises(
    in piece: ParsedPiece,
    _ results: Set<CheckRules.ResultForm>?
  ) -> [PlacedPromise] {
    var reader = CommentReader(piece: piece, results)
    var found: [PlacedPromise] = []
    while reader.next < piece.comments.count {
      if let next = reader.read() { found.append(next) }
    }
    return found
  }

  private init(piece: ParsedPiece, _ results: Set<CheckRules.ResultForm>?) {
    self.piece = piece
    self.results = results
    marks = Self.marks(results)
    comments = piece.comments
  }

  private mutating func read() -> PlacedPromise? {
    let comment = comments[next]
    next += 1
    let start = skipSpaces(comment.body)
    let body = start..<max(start, comment.body.upperBound)
    if results?.contains(.prints) ?? true, let mark = PrintedMark(piece.bytes, body) {
      var placed = printed(mark, comment)
      placed?.form = .prints
      return placed
    }
    for (mark, kind) in marks where starts(with: mark, start) {
      var placed = marked(mark, kind, from: start, comment)
      placed?.form = Self.form(of: mark, kind)
      return placed
    }
    return bare(comment)
  }

  /// What a comment promises that begins with a mark.
  private mutating func marked(
    _ mark: String,
    _ kind: PromiseKind,
    from start: Int,
    _ comment: CommentLine
  ) -> PlacedPromise? {
    let rest = start + mark.utf8.count..<max(start + mark.utf8.count, comment.body.upperBound)
    let draft = Draft(comment: comment, text: trim(rest))
    if isOverLines(draft) {
      return kind == .value ? promise(kind, [draft], doubt: .block) : nil
    }
    if mark == Self.cross { return refusal(draft) }
    return kind == .value ? shown(draft) : promise(kind, [draft])
  }

  private static func form(of mark: String, _ kind: PromiseKind) -> CheckRules.ResultForm? {
    switch kind {
    case .error: .errors
    case .value: mark.first?.isLetter == true ? .returns : .arrow
    default: nil
    }
  }

  private let marks: [(String, PromiseKind)]

  /// The marks that begin a promise.
  private static func marks(
    _ results: Set<CheckRules.ResultForm>?
  ) -> [(String, PromiseKind)] {
    let messages: [(String, PromiseKind)] = [
      ("error:", .error), ("warning:", .warning), ("crash:", .crash),
    ]
    guard let results else { return [("=>", .value)] + messages }
    let arrows = results.contains(.arrow) ? ["=>", "->", "→"] : []
    let words = results.contains(.returns) ? ["returns ", "Returns "] : []
    let crosses: [(String, PromiseKind)] = results.contains(.errors) ? [(cross, .error)] : []
    return (arrows + words).map { ($0, .value) } + messages + crosses
  }

  private static let cross = "❌"

  /// A cross behind code that must not compile. Behind `error:` stands what the compiler says; else the
  /// words are the author's.
  private func refusal(_ draft: Draft) -> PlacedPromise {
    let mark = "error:"
    guard piece.bytes[draft.text].starts(with: mark.utf8) else {
      var placed = promise(.error, [draft])
      placed.promise.text = ""
      return placed
    }
    var draft = draft
    draft.text = trim(draft.text.lowerBound + mark.utf8.count..<draft.text.upperBound)
    return promise(.error, [draft])
  }

  /// A value without a mark behind code. Behind a call of `print` it is what that prints.
  private func bare(_ comment: CommentLine) -> PlacedPromise? {
    guard results?.contains(.bare) == true, !comment.isAlone, !comment.isBlock else { return nil }
    let text = trim(comment.body)
    guard BareValue.isOne(String(decoding: piece.bytes[text], as: UTF8.self)) else { return nil }
    let code = piece.bytes[piece.lineStart(of: comment.range.lowerBound)..<comment.range.lowerBound]
      .drop(while: CommentLine.isSpace)
    let draft = Draft(comment: comment, text: text)
    var placed =
      code.starts(with: "print(".utf8)
      ? promise(.prints, [draft], isQuoted: false) : promise(.value, [draft])
    placed.form = .bare
    return placed
  }

  /// A value, which goes on in comments whose text is indented.
  private mutating func shown(_ first: Draft) -> PlacedPromise {
    var lines = [first]
    while let comment = follower(of: lines[lines.count - 1].comment) {
      let text = trim(comment.body)
      guard text.lowerBound >= comment.body.lowerBound + 2, !text.isEmpty else { break }
      lines.append(Draft(comment: comment, text: text))
      next += 1
    }
    return promise(.value, lines)
  }

  /// Printed text: quoted over one line or several, and more of it in the comments that follow; or, below
  /// a mark with nothing behind it, the comments that follow as they are.
  private mutating func printed(_ mark: PrintedMark, _ comment: CommentLine) -> PlacedPromise? {
    let end = max(mark.text, comment.body.upperBound)
    let first = Draft(comment: comment, text: trimEnd(mark.text..<end))
    guard let quote = mark.quote else { return unquoted(first) }
    if isOverLines(first) { return promise(.prints, [first], doubt: .block) }
    var printed = Printed()
    take(first, quote, &printed)
    while let comment = follower(of: printed.lines[printed.lines.count - 1].comment) {
      let body = comment.body
      if !printed.lines[printed.lines.count - 1].closesQuote {
        let count = printed.lines.count
        take(Draft(comment: comment, text: trimEnd(withoutSpace(body))), quote, &printed)
        printed.lines[count].opensQuote = false
      } else {
        let start = skipSpaces(body)
        guard let mark = PrintedMark(piece.bytes, start..<max(start, body.upperBound)),
          let quote = mark.quote
        else { break }
        take(Draft(comment: comment, text: trimEnd(mark.text..<body.upperBound)), quote, &printed)
      }
      next += 1
    }
    return promise(
      .prints,
      printed.lines,
      count: printed.lines.count == 1 ? printed.count : 1,
      whole: printed.isOnOneLine ? printed.whole : nil,
      doubt: printed.hasAlternative ? .alternatives : nil
    )
  }

  /// What a comment of printed text was read to so far.
  private struct Printed {
    var lines: [Draft] = []
    var count = 1
    var whole: Range<Int>?
    var hasAlternative = false

    var isOnOneLine: Bool { lines.allSatisfy { $0.comment.range == lines[0].comment.range } }
  }

  /// Adds a line up to the quotation mark that closes it. A full stop and words of the author's may
  /// follow.
  private func take(_ line: Draft, _ quote: String, _ printed: inout Printed) {
    var line = line
    line.opensQuote = true
    line.quote = quote
    guard let found = PrintedTexts(piece.bytes[line.text], closedBy: quote) else {
      printed.lines.append(line)
      return
    }
    line.closesQuote = true
    for text in found.texts {
      line.text = text
      printed.lines.append(line)
    }
    printed.count = found.count
    printed.whole = found.whole
    printed.hasAlternative = printed.hasAlternative || found.hasAlternative
  }

  /// The comments below `// Prints:`, or what stands behind it without marks.
  private mutating func unquoted(_ first: Draft) -> PlacedPromise? {
    guard first.text.isEmpty, !isOverLines(first) else {
      // Who chose the form means by it what can be nothing but a value.
      let isValue = BareValue.isOne(String(decoding: piece.bytes[first.text], as: UTF8.self))
      return results != nil && isValue
        ? promise(.prints, [first], isQuoted: false) : promise(.prints, [first], doubt: .noQuotes)
    }
    var lines: [Draft] = []
    var last = first.comment
    while let comment = follower(of: last) {
      let start = skipSpaces(comment.body)
      let body = start..<max(start, comment.body.upperBound)
      // The next promise is another one.
      guard PrintedMark(piece.bytes, body) == nil,
        !marks.contains(where: { starts(with: $0.0, start) })
      else { break }
      lines.append(Draft(comment: comment, text: trimEnd(withoutSpace(comment.body))))
      last = comment
      next += 1
    }
    guard !lines.isEmpty else { return promise(.prints, [first], doubt: .noQuotes) }
    return promise(.prints, lines, isQuoted: false)
  }

  /// One space behind `//` is the comment's, further ones are the text's.
  private func withoutSpace(_ body: Range<Int>) -> Range<Int> {
    let isSpaced = piece.bytes[body].first == UInt8(ascii: " ")
    return body.lowerBound + (isSpaced ? 1 : 0)..<body.upperBound
  }

  private func isOverLines(_ draft: Draft) -> Bool {
    draft.comment.isBlock && piece.bytes[draft.comment.range].contains(UInt8(ascii: "\n"))
  }

  /// The next comment, if it is alone on the line after another.
  private func follower(of comment: CommentLine) -> CommentLine? {
    guard next < comments.count, comments[next].isAlone, comments[next].line == comment.line + 1,
      !comment.isBlock, !comments[next].isBlock
    else { return nil }
    return comments[next]
  }

  private func promise(
    _ kind: PromiseKind,
    _ drafts: [Draft],
    count: Int = 1,
    whole: Range<Int>? = nil,
    isQuoted: Bool = true,
    doubt: CommentPromise.Doubt? = nil
  ) -> PlacedPromise {
    let lines = drafts.map { draft in
      let start = piece.origin(of: draft.text.lowerBound)
      return CommentPromise.Line(
        comment: piece.origin(of: draft.comment.range.lowerBound),
        text: start..<start + draft.text.count,
        opensQuote: draft.opensQuote,
        closesQuote: draft.closesQuote,
        quote: draft.quote
      )
    }
    func text(_ range: Range<Int>) -> String { String(decoding: piece.bytes[range], as: UTF8.self) }
    let texts = drafts.map { text($0.text) }
    var comments = drafts.map(\.comment.range)
    if comments.count > 1, comments[0] == comments[1] { comments = [comments[0]] }
    return PlacedPromise(
      promise: CommentPromise(
        kind: kind,
        lines: lines,
        text: (count > 1 ? Array(repeating: texts[0], count: count) : texts)
          .joined(separator: "\n"),
        count: count,
        wholeText: whole.map(text),
        isUnclosed: kind == .prints && isQuoted && doubt == nil
          && drafts.last?.closesQuote == false,
        doubt: doubt
      ),
      comments: comments
    )
  }
}

extension CommentReader {
  private func starts(with mark: String, _ offset: Int) -> Bool {
    piece.bytes[offset...].starts(with: mark.utf8)
  }

  private func skipSpaces(_ range: Range<Int>) -> Int {
    piece.bytes[range].firstIndex { !CommentLine.isSpace($0) } ?? range.upperBound
  }

  private func trimEnd(_ range: Range<Int>) -> Range<Int> {
    let last = piece.bytes[range].lastIndex { !CommentLine.isSpace($0) }
    return range.lowerBound..<(last.map { $0 + 1 } ?? range.lowerBound)
  }

  private func trim(_ range: Range<Int>) -> Range<Int> {
    let start = skipSpaces(range)
    return start..<max(start, trimEnd(range).upperBound)
  }
}
