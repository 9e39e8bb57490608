import NotebookSyntax

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
    number = start.line
    before = source[range.lowerBound..<first].map(\.shown)
    marked = source[first..<max(last, first)].map(\.shown)
    after = source[max(last, first)..<range.upperBound].map(\.shown)
    isCut = before.count + marked.count + after.count > Self.widest
    if isCut { cut() }
  }

  /// The line and the marks below it.
  func lines(_ gutter: Gutter, _ mark: (String) -> String) -> [String] {
    let blank = String(repeating: " ", count: before.width)
    let marks = "^" + String(repeating: "~", count: max(marked.width - 1, 0))
    return [
      gutter.line("\(number)", String(before + marked + after)),
      gutter.line("", blank + mark(marks)),
    ]
  }

  private mutating func cut() {
    if before.count > Self.widest / 2 { before = ["…"] + before.suffix(Self.widest / 2) }
    let room = max(Self.widest - before.count - marked.count, 0)
    if after.count > room { after = after.prefix(room) + ["…"] }
    marked = Array(marked.prefix(Self.widest))
  }
}
