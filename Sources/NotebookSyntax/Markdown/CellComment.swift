import Documents

/// A comment that no reader sees and that says something of the cell behind it:
/// `<!-- lectern: no-run -->`.
struct CellComment {
  /// What would stand behind `swift` on the fence.
  let words: [FenceWords.Word]
  /// The comment.
  let range: SourceRange

  /// The word before what the cell shows.
  static let expect = "expect"

  /// What is wrong where no cell follows.
  func unused(in source: SourceText) -> Diagnostic { Self.unused(range, in: source) }

  /// What is wrong with a comment at a place behind which no cell follows.
  static func unused(_ range: SourceRange, in source: SourceText) -> Diagnostic {
    Diagnostic(
      .warning,
      .looseComment,
      "no cell stands behind this comment, so it says nothing",
      help: "put it before a fence of Swift, with nothing between them",
      in: source,
      at: range
    )
  }

  /// What is wrong with words that no fence has.
  func unknownWords(in source: SourceText) -> [Diagnostic] {
    words.filter { !CellOptions.knows($0.name) }.map { word in
      Diagnostic(
        .warning,
        .unknownFenceWord,
        "there is no word '\(word.name)' for a cell, so it is passed over",
        help: "the words are those of a Swift fence, such as 'no-run' and 'isolated'",
        in: source,
        at: word.range
      )
    }
  }
}

extension NotebookBuilder {
  /// Tells of a comment behind which something else than a cell stands.
  mutating func dropComment() {
    dropWords()
    dropExpectation()
  }

  private mutating func dropWords() {
    report(comment?.unused(in: source))
    comment = nil
  }

  private mutating func dropExpectation() {
    report(expectation.map { CellComment.unused($0.range, in: source) })
    expectation = nil
  }

  /// Takes in raw HTML that may be a comment about the cell behind it. Its words and what it is expected to show
  /// may both stand there.
  mutating func takeIn(_ raw: RawBlock) {
    if let expected = raw.expectation {
      dropExpectation()
      expectation = expected
    } else if let words = raw.cellComment {
      dropWords()
      comment = words
    } else {
      dropComment()
    }
  }

  /// What the cell that was read is expected to show.
  mutating func takeExpectation(of cell: Cell) {
    guard var expected = expectation else { return }
    expectation = nil
    expected.cell = cell.id
    found.outputs.append(expected)
  }

  /// The words of a comment about the cell that is read now.
  mutating func takeComment() -> [FenceWords.Word] {
    defer { comment = nil }
    if let comment { report(comment.unknownWords(in: source)) }
    return comment?.words ?? []
  }
}
