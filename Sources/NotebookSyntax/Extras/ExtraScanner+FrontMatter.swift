import Documents

/// Front matter that does not stand where it counts.
extension ExtraScanner {
  /// Tells of front matter that begins at a thematic break.
  mutating func noteLateFrontMatter(_ start: Int) {
    guard containers.count == 0, start == source.lineRange(line + 1).lowerBound,
      start > source.contentStart
    else { return }
    guard
      let place = FrontMatterBlock.late(
        at: line + 1,
        isFirst: isOnlyComments(range.lowerBound..<start),
        in: source
      )
    else { return }
    let hasOther = range.lowerBound > source.contentStart
    found.diagnostics.append(
      Diagnostic(
        .error,
        .lateFrontMatter,
        hasOther
          ? "there is front matter at the head already, so this is text"
          : "front matter counts only at the very beginning, so this is text",
        help: hasOther
          ? "move these keys to the others"
          : "let line 1 be this '---', without a blank line or a comment before it",
        in: source,
        at: place
      )
    )
  }

  /// Whether a part of the document holds nothing but white space and comments.
  private func isOnlyComments(_ range: SourceRange) -> Bool {
    let text = bytes[range]
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at].isASCIIWhitespace {
        at += 1
      } else if text[at...].starts(with: "<!--".utf8),
        let end = HTMLMarkup.endIndex(after: "-->", in: text, from: at + 4)
      {
        at = end
      } else {
        return false
      }
    }
    return true
  }
}
