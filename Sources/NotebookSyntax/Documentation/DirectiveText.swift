import Documents

/// Markdown in which directives of DocC stand: what they hold is Markdown as well, however far it is
/// indented.
///
/// Lines of the text are taken as they are, but for those of the directives themselves, which become
/// blank, and for the white space that the lines within a directive share.
package struct DirectiveText {
  /// The Markdown without directives, at its places.
  package let text: SourceText
  /// The directives in order.
  package private(set) var directives: [Directive] = []

  private var lines: [SourceRange] = []
  private var blocks: [OpenBlock] = []
  private var fence: (mark: UInt8, length: Int)?

  private struct OpenBlock {
    /// How many bytes of white space its lines begin with; `nil` before the first of them.
    var margin: Int?
  }

  /// - Parameter source: the Markdown, of a file or within one.
  package init(_ source: SourceText) {
    // Most texts hold none.
    guard source.bytes[source.contentStart..<source.contentEnd].contains(UInt8(ascii: "@")) else {
      text = source
      return
    }
    let first = source.position(at: source.contentStart).line
    var reading = Self(reading: source)
    var number = first
    while number <= source.lineCount { number = reading.read(source, number) }
    text = reading.directives.isEmpty ? source : source.embedded(reading.lines, from: first)
    directives = reading.directives
  }

  private init(reading source: SourceText) { text = source }

  /// Takes in a line, and those that its directive goes on to.
  /// - Returns: the number of the next line.
  private mutating func read(_ source: SourceText, _ number: Int) -> Int {
    let line = source.textRange(ofLine: number)
    let content = source.bytes[line].firstIndex {
      $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t")
    }
    guard let content else {
      lines.append(line.upperBound..<line.upperBound)
      return number + 1
    }
    let rest = source.bytes[content..<line.upperBound]
    if let open = fence {
      let marks = rest.prefix { $0 == open.mark }.count
      if marks >= open.length, rest.dropFirst(marks).allSatisfy(\.isASCIIWhitespace) { fence = nil }
    } else if rest.first == UInt8(ascii: "@") {
      if let next = readDirective(source, number, at: content) { return next }
    } else if rest.first == UInt8(ascii: "}"), !blocks.isEmpty {
      blocks.removeLast()
      lines.append(line.upperBound..<line.upperBound)
      return number + 1
    } else if let mark = rest.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") {
      let length = rest.prefix { $0 == mark }.count
      if length >= 3, mark == UInt8(ascii: "~") || !rest.dropFirst(length).contains(mark) {
        fence = (mark, length)
      }
    }
    let blank = content - line.lowerBound
    if let last = blocks.indices.last, blocks[last].margin == nil { blocks[last].margin = blank }
    lines.append(line.lowerBound + min(blank, blocks.last?.margin ?? 0)..<line.upperBound)
    return number + 1
  }

  /// Takes in a directive, whose lines become blank.
  /// - Returns: the number of the line behind it; `nil` where it is none.
  private mutating func readDirective(_ source: SourceText, _ number: Int, at start: Int) -> Int? {
    var reader = DirectiveReader(source, at: start)
    guard let (directive, opensBlock) = reader.read() else { return nil }
    directives.append(directive)
    let last = source.position(at: max(reader.at - 1, start)).line
    for number in number...max(last, number) {
      let end = source.textRange(ofLine: number).upperBound
      lines.append(end..<end)
    }
    // A block that ends in the line in which it begins holds no example.
    let rest = source.bytes[
      min(reader.at, source.contentEnd)..<source.textRange(ofLine: last).upperBound
    ]
    if opensBlock, !rest.contains(UInt8(ascii: "}")) { blocks.append(OpenBlock()) }
    return last + 1
  }
}
