import Documents

/// The line that a diagnostic is about, in three parts, no longer than a terminal can show.
struct Excerpt: Sendable {
  /// How many characters of a very long line are shown.
  static let widest = 100

  /// The line's number, from 1.
  var number: Int
  var before: [Character]
  var marked: [Character]
  var after: [Character]
  /// Whether parts of the line are left out.
  var isCut: Bool

  /// - Parameters:
  ///   - diagnostic: what is marked.
  ///   - source: the document; there is no excerpt where the diagnostic is about another one, or
  ///     about a document as a whole.
  init?(_ diagnostic: Diagnostic, in source: SourceText?) {
    guard let source, source.path == diagnostic.path, let start = diagnostic.start else {
      return nil
    }
    let range = source.lineRange(start.line)
    let first = min(source.offset(of: start), range.upperBound)
    var last = first
    if let end = diagnostic.end {
      last =
        end.line == start.line ? min(source.offset(of: end), range.upperBound) : range.upperBound
    }
    last = max(last, first)
    number = start.line
    // A line may be as long as the document, and each of its words may have a message.
    let seen = source.window(around: first..<last, in: range, reach: Self.reach)
    let markEnd = min(last, seen.upperBound)
    before = source[seen.lowerBound..<first].map(\.shown)
    marked = source[first..<markEnd].map(\.shown)
    after = source[markEnd..<seen.upperBound].map(\.shown)
    isCut = seen != range || before.count + marked.count + after.count > Self.widest
    if isCut { cut(isCutBefore: seen.lowerBound > range.lowerBound) }
  }

  /// How many bytes of a line are read to either side of a mark's beginning: enough for as many
  /// characters as are shown, whatever they are made of.
  private static let reach = 32 * widest

  /// The line and the marks below it.
  func lines(_ gutter: Gutter, _ mark: (String) -> String) -> [String] {
    let blank = String(repeating: " ", count: before.width)
    let marks = "^" + String(repeating: "~", count: max(marked.width - 1, 0))
    return [
      gutter.line("\(number)", String(before + marked + after)),
      gutter.line("", blank + mark(marks)),
    ]
  }

  private mutating func cut(isCutBefore: Bool) {
    if isCutBefore || before.count > Self.widest / 2 {
      before = ["…"] + before.suffix(Self.widest / 2)
    }
    let room = max(Self.widest - before.count - marked.count, 0)
    if after.count > room { after = after.prefix(room) + ["…"] }
    marked = Array(marked.prefix(Self.widest))
  }
}

extension SourceText {
  /// The part of a line that lies within so many bytes of a place in it, in whole characters.
  fileprivate func window(around place: SourceRange, in line: SourceRange, reach: Int)
    -> SourceRange
  {
    var start = max(line.lowerBound, place.lowerBound - reach)
    var end = min(line.upperBound, place.lowerBound + reach)
    while start > line.lowerBound, start < place.lowerBound, bytes[start] & 0xC0 == 0x80 {
      start += 1
    }
    while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return start..<end
  }
}
