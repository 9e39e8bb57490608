import Documents
import NotebookSyntax
import NotebookTranscript

/// Writes another text into a comment that promises something.
struct CommentEdit {
  private let comment: CommentPromise
  private let cell: Cell
  private let source: SourceText

  init(_ comment: CommentPromise, in cell: Cell, of source: SourceText) {
    self.comment = comment
    self.cell = cell
    self.source = source
  }

  /// The place in the source of a range of the promised text; its end for `nil`.
  func place(of range: Range<Int>?) -> SourceRange {
    guard let range else {
      let end = comment.lines[comment.lines.count - 1].text.upperBound
      return end..<end + 1
    }
    var start = 0
    for line in comment.lines {
      if range.lowerBound <= start + line.text.count {
        let first = line.text.lowerBound + range.lowerBound - start
        return first..<first + range.count
      }
      start += line.text.count + 1
    }
    return comment.range
  }

  /// - Returns: `nil` where the text cannot stand in a comment there.
  func edit(to text: String) -> SourceEdit? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    guard canHold(lines.count) else { return nil }
    guard !cell.isHidden || !lines.contains(where: { $0.contains("-->") }) else { return nil }
    // A line without text would end a promise of several lines.
    let isValue = comment.kind == .value
    if isValue, lines.contains(where: { $0.allSatisfy(\.isWhitespace) }) { return nil }
    // A quotation mark at the end of a line would end the text there.
    if isQuoted, !hasOwnQuotes, lines.dropLast().contains(where: { $0.hasSuffix("\"") }) {
      return nil
    }
    let first = comment.lines[0].comment
    var written = source[first..<comment.lines[0].text.lowerBound]
    if !isQuoted, comment.lines[0].text.isEmpty, written.last?.isWhitespace != true {
      written += " "
    }
    for (index, line) in lines.enumerated() {
      if index > 0 { written += tail(ofLine: index - 1) + lineEnd + head(ofLine: index) }
      let isOld = index < comment.lines.count
      written += isValue && index > 0 && isOld ? String(line.drop { $0 == " " }) : line
      if isQuoted, hasOwnQuotes || index == lines.count - 1 {
        written += comment.lines[min(index, comment.lines.count - 1)].quote
      }
    }
    return SourceEdit(range: comment.range, text: written).trimmed(in: source)
  }

  /// Whether the author's form of promise has room for so many lines.
  private func canHold(_ count: Int) -> Bool {
    if comment.count > 1 { return false }
    let comments = Set(comment.lines.map(\.comment))
    if comments.count < comment.lines.count { return false }
    return count == 1 || source.bytes[comment.id + 1] != UInt8(ascii: "*")
  }

  private var isQuoted: Bool { comment.kind == .prints && comment.lines[0].opensQuote }

  /// Whether each line is quoted for itself.
  private var hasOwnQuotes: Bool { comment.lines.dropFirst().contains(where: \.opensQuote) }

  /// What the author says behind the quotation mark of a line that another one follows.
  private func tail(ofLine index: Int) -> String {
    guard index < comment.lines.count - 1, comment.lines[index].closesQuote else { return "" }
    let line = comment.lines[index]
    let start = line.text.upperBound + line.quote.utf8.count
    let end = source.lineRange(source.position(at: start).line).upperBound
    let tail = source[start..<max(start, end)]
    return tail.allSatisfy(\.isWhitespace) ? "" : tail
  }

  /// What stands on a line before its text: as it is where there is such a line, else as it would be.
  private func head(ofLine index: Int) -> String {
    if index < comment.lines.count {
      let line = comment.lines[index]
      return source[lineStart(of: line.comment)..<line.text.lowerBound]
    }
    let last = comment.lines[comment.lines.count - 1]
    let start = lineStart(of: last.comment)
    let container = source[start..<max(start, containerEnd(of: last.comment))]
    let margin = source[start..<last.comment].dropFirst(container.count)
    // A tab stays one: the container may take a part of it.
    let indent = String(margin.map { $0.isWhitespace ? $0 : " " })
    let mark: String
    switch comment.kind {
    case .value:
      // Under the text above, and always so far in that it goes on.
      mark = "//" + String(repeating: " ", count: max(3, last.text.lowerBound - last.comment - 2))
    default: mark = hasOwnQuotes ? "// Prints \"" : "// "
    }
    return container + indent + mark
  }

  private func lineStart(of offset: Int) -> Int {
    source.lineStarts[source.position(at: offset).line - 1]
  }

  /// Where on a line the text begins that the cell stands in: behind the marks of a comment.
  private func textStart(of offset: Int) -> Int {
    source.textRange(ofLine: source.position(at: offset).line).lowerBound
  }

  /// Where on a line the marks of the quotes end in which the cell stands.
  private func containerEnd(of offset: Int) -> Int {
    let mark = UInt8(ascii: ">")
    let first = textStart(of: cell.id)
    var count = source.bytes[first..<max(first, cell.id)].count { $0 == mark }
    var end = textStart(of: offset)
    for index in end..<offset where count > 0 && source.bytes[index] == mark {
      count -= 1
      end = index + 1
    }
    return end
  }

  private var lineEnd: String {
    let number = source.position(at: comment.id).line
    let end = source.lineRange(number).upperBound
    let next = number < source.lineCount ? source.lineStarts[number] : end
    return next > end ? source[end..<next] : "\n"
  }
}
