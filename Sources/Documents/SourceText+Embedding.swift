extension SourceText {
  /// What of a file's lines is a text that lies within it, as Markdown lies in the comments of a source.
  struct Embedding: Sendable {
    /// The number of the first of the lines.
    let firstLine: Int
    /// For each line the bytes that belong to the text, without the line end.
    let lines: [SourceRange]
  }

  /// A text of which each line is a part of a line of this one, as Markdown in a comment is behind the
  /// comment's marks. Its places are those of this text.
  ///
  /// - Parameters:
  ///   - firstLine: the number of the line that holds the first part.
  ///   - lines: the parts, one for each line from that one on, without line ends; at least one.
  package func embedded(_ lines: [SourceRange], from firstLine: Int) -> SourceText {
    guard let first = lines.first, let last = lines.last else { return part(0..<0) }
    let range = first.lowerBound..<max(first.lowerBound, last.upperBound)
    return SourceText(self, range, Embedding(firstLine: firstLine, lines: lines))
  }

  /// Whether it lies within a file of another kind.
  package var isEmbedded: Bool { embedding != nil }

  /// The bytes of a line that belong to the text, without the line end: in a comment what stands behind
  /// its marks, elsewhere the whole line.
  /// - Parameter number: the line's number, from 1.
  package func textRange(ofLine number: Int) -> SourceRange {
    guard let embedding else { return lineRange(number) }
    let index = number - embedding.firstLine
    return embedding.lines.indices.contains(index)
      ? embedding.lines[index] : contentEnd..<contentEnd
  }

  /// The parts of a range that belong to the text, each with the line end behind it: together they are
  /// the text as it would stand in a file of its own.
  package func textParts(in range: SourceRange) -> [SourceRange] {
    guard let embedding else { return [range] }
    let lines = embedding.lines
    return lines.indices.compactMap { index in
      let start = max(lines[index].lowerBound, range.lowerBound)
      guard start <= range.upperBound, lines[index].upperBound >= range.lowerBound else {
        return nil
      }
      let next = index + 1 < lines.count ? embedding.firstLine + index : nil
      let end = next.map { lineStarts[$0] } ?? lines[index].upperBound
      let isWhole = next.map { lineRange($0).upperBound == lines[index].upperBound } ?? true
      return start..<min(range.upperBound, max(start, isWhole ? end : lines[index].upperBound))
    }
  }
}
