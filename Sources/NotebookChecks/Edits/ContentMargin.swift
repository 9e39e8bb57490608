/// What stands before a fence's text on a line: the marks of quotes and the indentation of lists and
/// of the fence itself.
struct ContentMargin {
  private let prefix: String

  /// - Parameters:
  ///   - text: a line of the fence's text, with which the source's line ends.
  ///   - line: the source's line, without its end.
  init(of text: String, on line: String) {
    prefix = String(decoding: line.utf8.dropLast(text.utf8.count), as: UTF8.self)
  }

  /// The margin of a line that is new, in a fence without any.
  ///
  /// - Parameters:
  ///   - opening: the line that opens the fence, as far as it belongs to the text.
  ///   - closing: the line that closes it, likewise.
  ///   - outer: what stands before the text on a line, where that lies in a file of another kind.
  init(aroundFenceOn opening: String, closedOn closing: String, behind outer: String) {
    let inner = ContentMargin(aroundFenceOn: opening, closedOn: closing)
    self.init(prefix: outer + inner.prefix)
  }

  private init(aroundFenceOn opening: String, closedOn closing: String) {
    let mark = opening.firstIndex { "`~<".contains($0) } ?? opening.endIndex
    let before = opening[..<mark]
    let blank = String(before.map { " \t>".contains($0) ? $0 : " " })
    let after = String(closing.prefix { " \t>".contains($0) })
    // The fence stands behind a list's marker, below which its lines are indented at least as far as
    // they must be; so is its end.
    let isBehindMarker = blank != before
    let isAlike = blank.count { $0 == ">" } == after.count { $0 == ">" }
    prefix =
      isBehindMarker && isAlike && Self.width(of: after) < Self.width(of: blank) ? after : blank
  }

  private init(prefix: String) { self.prefix = prefix }

  var hasTab: Bool { prefix.contains("\t") }

  /// The margin without spaces that turned out to belong to the text.
  func droppingLast(_ spaces: Int) -> ContentMargin {
    ContentMargin(prefix: String(prefix.dropLast(spaces)))
  }

  /// A line of the document with a text behind the margin.
  func line(_ text: String) -> String {
    if text.isEmpty {
      var prefix = prefix
      while prefix.last == " " || prefix.last == "\t" { prefix.removeLast() }
      return prefix
    }
    // A space behind the mark of a quote belongs to the mark.
    let takesSpace = prefix.last == ">" && (text.first == " " || text.first == "\t")
    return prefix + (takesSpace ? " " : "") + text
  }

  /// The columns that a prefix takes, with a tab stop at every fourth.
  private static func width(of prefix: String) -> Int {
    prefix.reduce(0) { $1 == "\t" ? ($0 / 4 + 1) * 4 : $0 + 1 }
  }
}
