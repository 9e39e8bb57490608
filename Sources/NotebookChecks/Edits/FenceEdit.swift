import Documents
import NotebookSyntax

/// Writes another text into an `output` fence, or a comment in its place, and leaves every byte alone that need not change.
struct FenceEdit {
  private let output: OutputFence
  private let source: SourceText
  /// The number of the fence's first line.
  private let opening: Int
  private let closing: Int

  init(_ output: OutputFence, in source: SourceText) {
    self.output = output
    self.source = source
    opening = source.position(at: output.range.lowerBound).line
    closing = source.position(at: max(output.range.upperBound - 1, output.range.lowerBound)).line
  }

  private var isEmpty: Bool {
    output.isComment ? output.text.text.isEmpty : closing <= opening + 1
  }

  /// The place in the source of a range of the promised text; its end, or the fence's first line
  /// where it is empty, for `nil`.
  func place(of range: Range<Int>?) -> SourceRange {
    if isEmpty {
      let line = source.lineRange(opening)
      return output.range.lowerBound..<max(line.upperBound, output.range.lowerBound)
    }
    guard let range else {
      let end = output.text.origin(of: output.text.text.utf8.count)
      return end..<end + 1
    }
    let start = output.text.origin(of: range.lowerBound)
    return start..<start + range.count
  }

  /// - Returns: `nil` where the text holds a line that would end the fence.
  func edit(to text: String) -> SourceEdit? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard !lines.contains(where: endsFence) else { return nil }
    if output.isComment {
      if opening == closing { return edit(inOneLine: lines) }
      guard hasLinesOfItsOwn else { return nil }
    }
    let start = source.lineStarts[min(opening, source.lineCount - 1)]
    let end = source.lineStarts[min(closing, source.lineCount) - 1]
    let edit = SourceEdit(range: start..<end, text: text.isEmpty ? "" : written(lines))
    return edit.trimmed(in: source)
  }

  /// The edit of a comment in one line, which gets lines of its own where it has to.
  private func edit(inOneLine lines: [String]) -> SourceEdit? {
    let end = output.range.upperBound - 3
    guard let word = source.bytes[output.range].firstRange(of: Array("expect".utf8)) else {
      return nil
    }
    let range = word.upperBound..<end
    let last = lines.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? 0
    guard last > 0 else {
      let text = lines[0].isEmpty ? " " : " \(lines[0]) "
      return SourceEdit(range: range, text: text).trimmed(in: source)
    }
    let margin = source[source.lineRange(opening).lowerBound..<output.range.lowerBound]
    guard margin.allSatisfy(Self.isMargin) else { return nil }
    let lineEnd = lineEnd(ofLine: opening)
    let text = lines[...last].map { lineEnd + margin + $0 }.joined() + lineEnd + margin
    return SourceEdit(range: range, text: text).trimmed(in: source)
  }

  /// Whether a comment's text stands between the lines that open and close it.
  private var hasLinesOfItsOwn: Bool {
    let line = source.lineRange(closing)
    return output.text.lineOrigins.allSatisfy { $0 >= source.lineStarts[opening] }
      && source[line.lowerBound..<output.range.upperBound - 3].allSatisfy(Self.isMargin)
  }

  /// Whether a character before a line's text may be that of a comment or a quote around it.
  private static func isMargin(_ character: Character) -> Bool { " \t/*>".contains(character) }

  /// Lines with the prefixes of the containers around the fence and the document's line ends. The
  /// first and the last lines that stay take theirs from where they stand.
  private func written(_ lines: [String]) -> String {
    let old =
      isEmpty
      ? []
      : output.text.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let head = zip(lines, old).prefix { $0 == $1 }.count
    let most = min(lines.count, old.count) - head
    let tail = zip(lines.reversed(), old.reversed()).prefix { $0 == $1 }.prefix(most).count
    let margins = old.indices.map { ContentMargin(of: old[$0], on: source[line($0)]) }
    let isExact = output.rule.isExact
    let known = zip(old, margins).first { !$0.0.allSatisfy(\.isWhitespace) }?.1
    // A line may be indented less than the fence, which counts only where spaces do.
    let newMargin = isExact ? exactMargin : known ?? openingMargin
    var text = ""
    for (index, line) in lines.enumerated() {
      let place: Int?
      if index < head {
        place = index
      } else if index >= lines.count - tail {
        place = old.count - (lines.count - index)
      } else {
        place = index < old.count - tail ? index : nil
      }
      let isKept = place.map { old[$0] == line } ?? false
      if let place, isKept {
        text += source[self.line(place)]
      } else {
        // A line that was blank says little about its margin.
        let isKnown = place.map { !isExact && !old[$0].allSatisfy(\.isWhitespace) } ?? false
        let margin = isKnown ? place.map { margins[$0] } ?? newMargin : newMargin
        text += margin.line(line)
      }
      text += lineEnd(ofLine: place.map { opening + 1 + $0 } ?? max(closing - 1, opening))
    }
    return text
  }

  /// The line of the source that holds a line of the fence's text; -1 is the line that opens it.
  private func line(_ index: Int) -> SourceRange { source.lineRange(opening + 1 + index) }

  private var openingMargin: ContentMargin {
    let inner = source.textRange(ofLine: closing)
    return ContentMargin(
      aroundFenceOn: source[source.textRange(ofLine: opening)],
      closedOn: source[inner],
      behind: source[source.lineRange(closing).lowerBound..<inner.lowerBound]
    )
  }

  /// The margin of a text whose spaces count. How tabs and the spaces behind them are shared between
  /// the containers and the text is seen from a document in which a line is put behind them.
  private var exactMargin: ContentMargin {
    let margin = openingMargin
    // Of the tabs before a comment nobody takes a part.
    guard margin.hasTab, !source.isEmbedded else { return margin }
    let start = source.lineStarts[min(opening, source.lineCount - 1)]
    let line = margin.line("x") + lineEnd(ofLine: opening)
    let probe = SourceText(
      path: source.path,
      bytes: source.bytes[..<start] + Array(line.utf8) + source.bytes[start...]
    )
    let read = NotebookParser.parse(probe, isLabelledElsewhere: { _ in true }).outputs
      .first { $0.range.lowerBound == output.range.lowerBound }
    return margin.droppingLast(read?.text.text.prefix { $0 == " " }.count ?? 0)
  }

  private func lineEnd(ofLine number: Int) -> String {
    let end = source.lineRange(number).upperBound
    let next = number < source.lineCount ? source.lineStarts[number] : end
    return next > end ? source[end..<next] : "\n"
  }

  /// Whether a line inside the fence would be taken for its end.
  private func endsFence(_ line: String) -> Bool {
    if output.isComment { return line.contains("-->") }
    let mark = source[output.range.lowerBound..<output.range.lowerBound + 1]
    let opened = source[firstLine].prefix { String($0) == mark }.count
    let indent = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(indent)
    let run = rest.prefix { String($0) == mark }.count
    return indent < 4 && run >= opened
      && rest.dropFirst(run).allSatisfy { $0 == " " || $0 == "\t" }
  }

  private var firstLine: SourceRange {
    output.range.lowerBound..<source.textRange(ofLine: opening).upperBound
  }
}

extension SourceEdit {
  /// The edit without the bytes at both ends that stay as they are.
  func trimmed(in source: SourceText) -> SourceEdit? {
    let old = source.bytes[range]
    let new = Array(text.utf8)
    var head = zip(old, new).prefix { $0 == $1 }.count
    // Not in the middle of a character.
    while head > 0, head < new.count, new[head] & 0xC0 == 0x80 { head -= 1 }
    while head > 0, head < old.count, old[old.startIndex + head] & 0xC0 == 0x80 { head -= 1 }
    let most = min(old.count, new.count) - head
    var tail = zip(old.reversed(), new.reversed()).prefix(most).prefix { $0 == $1 }.count
    while tail > 0, new[new.count - tail] & 0xC0 == 0x80 { tail -= 1 }
    if head == old.count, head == new.count { return nil }
    return SourceEdit(
      range: range.lowerBound + head..<range.upperBound - tail,
      text: String(decoding: new[head..<new.count - tail], as: UTF8.self)
    )
  }
}
