import NotebookSyntax

/// Reads the promises in a piece's comments.
struct CommentReader {
  private let piece: ParsedPiece
  private let comments: [CommentLine]
  private var next = 0

  /// One line of a promise, by its place in the code.
  private struct Draft {
    var comment: CommentLine
    var text: Range<Int>
    var opensQuote = false
    var closesQuote = false
  }

  /// A promise with the place of its first comment in the code.
  struct Found {
    var promise: CommentPromise
    var offset: Int
    /// The comments that belong to it.
    var comments: [Range<Int>]
  }

  /// The promises, in order.
  static func promises(in piece: ParsedPiece) -> [Found] {
    var reader = CommentReader(piece: piece)
    var found: [Found] = []
    while reader.next < piece.comments.count {
      if let next = reader.read() { found.append(next) }
    }
    return found
  }

  private init(piece: ParsedPiece) {
    self.piece = piece
    comments = piece.comments
  }

  private mutating func read() -> Found? {
    let comment = comments[next]
    next += 1
    let body = comment.body
    let start = skipSpaces(body)
    for (mark, kind) in Self.marks where starts(with: mark, start) {
      let rest = start + mark.utf8.count..<body.upperBound
      switch kind {
      case .prints:
        return printed(Draft(comment: comment, text: trimEnd(rest), opensQuote: true))
      case .value:
        return shown(Draft(comment: comment, text: trim(rest)))
      case .error, .warning, .crash:
        return promise(kind, [Draft(comment: comment, text: trim(rest))])
      }
    }
    return nil
  }

  private static let quotes = [#"Prints ""#, #"prints ""#]
  private static let marks: [(String, CommentPromise.Kind)] =
    quotes.map { ($0, .prints) } + [
      ("=>", .value), ("error:", .error), ("warning:", .warning), ("crash:", .crash),
    ]

  /// A value, which goes on in comments whose text is indented.
  private mutating func shown(_ first: Draft) -> Found {
    var lines = [first]
    while let comment = follower(of: lines[lines.count - 1].comment) {
      let text = trim(comment.body)
      guard text.lowerBound >= comment.body.lowerBound + 2, !text.isEmpty else { break }
      lines.append(Draft(comment: comment, text: text))
      next += 1
    }
    return promise(.value, lines)
  }

  /// Printed text: quoted over one line or several, and more of it in the comments that follow.
  private mutating func printed(_ first: Draft) -> Found {
    var lines = [closed(first)]
    while let comment = follower(of: lines[lines.count - 1].comment) {
      let body = comment.body
      if !lines[lines.count - 1].closesQuote {
        // One space behind `//` is the comment's, further ones are the text's.
        let isSpaced = piece.bytes[body].first == UInt8(ascii: " ")
        let text = trimEnd(body.lowerBound + (isSpaced ? 1 : 0)..<body.upperBound)
        lines.append(closed(Draft(comment: comment, text: text)))
      } else {
        let start = skipSpaces(body)
        guard let mark = Self.quotes.first(where: { starts(with: $0, start) }) else { break }
        let text = trimEnd(start + mark.utf8.count..<body.upperBound)
        lines.append(closed(Draft(comment: comment, text: text, opensQuote: true)))
      }
      next += 1
    }
    return promise(.prints, lines)
  }

  /// A line up to the quotation mark that closes it. A full stop and words of the author's may follow.
  private func closed(_ line: Draft) -> Draft {
    let bytes = piece.bytes[line.text]
    guard let end = ClosingQuote.index(in: bytes) else { return line }
    var line = line
    line.text = line.text.lowerBound..<end
    line.closesQuote = true
    return line
  }

  /// The next comment, if it is alone on the line after another.
  private func follower(of comment: CommentLine) -> CommentLine? {
    guard next < comments.count, comments[next].isAlone, comments[next].line == comment.line + 1
    else { return nil }
    return comments[next]
  }

  private func promise(_ kind: CommentPromise.Kind, _ drafts: [Draft]) -> Found {
    let lines = drafts.map { draft in
      let start = piece.origin(of: draft.text.lowerBound)
      return CommentPromise.Line(
        comment: piece.origin(of: draft.comment.range.lowerBound),
        text: start..<start + draft.text.count,
        opensQuote: draft.opensQuote,
        closesQuote: draft.closesQuote
      )
    }
    let texts = drafts.map { String(decoding: piece.bytes[$0.text], as: UTF8.self) }
    return Found(
      promise: CommentPromise(
        kind: kind,
        lines: lines,
        text: texts.joined(separator: "\n"),
        isUnclosed: kind == .prints && drafts.last?.closesQuote == false
      ),
      offset: drafts[0].comment.range.lowerBound,
      comments: drafts.map(\.comment.range)
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

extension CommentLine {
  /// What stands behind `//`.
  fileprivate var body: Range<Int> { range.lowerBound + 2..<range.upperBound }
}
