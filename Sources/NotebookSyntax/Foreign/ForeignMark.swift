import Documents

/// A mark that another program reads, and that is only text here.
///
/// A page shows it as it stands, which its author should know. It breaks no promise, so only who makes
/// pages is told.
struct ForeignMark {
  /// How many bytes it has.
  var length: Int
  /// What it is, as the end of a sentence that begins with the mark.
  var what: String
  /// What to write in its place.
  var help: String

  init(_ length: Int, _ what: String, help: String) {
    self.length = length
    self.what = what
    self.help = help
  }

  /// How far a mark may reach.
  static let longest = 200

  /// The warning about it.
  /// - Parameter start: where it stands.
  func diagnostic(in source: SourceText, at start: Int) -> Diagnostic {
    let range = start..<min(start + length, source.contentEnd)
    let most = 40
    let text = source[range].prefix { !$0.isNewline }
    let mark = text.count <= most ? String(text) : text.prefix(most - 1) + "…"
    return Self.diagnostic("'\(mark)' \(what)", help: help, in: source, at: range)
  }

  /// A warning about a mark.
  static func diagnostic(
    _ message: String,
    help: String,
    in source: SourceText,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(.warning, .foreignSyntax, message, help: help, in: source, at: range)
  }
}

extension ArraySlice<UInt8> {
  /// The text up to a mark that stands in the same line, near by; `nil` where there is none.
  func upTo(_ mark: String) -> ArraySlice<UInt8>? {
    let near = prefix(ForeignMark.longest).prefix { $0 != UInt8(ascii: "\n") }
    let pattern = Array(mark.utf8)
    var at = near.startIndex
    while at + pattern.count <= near.endIndex {
      if near[at] == pattern[0], near[at...].starts(with: pattern) { return near[..<at] }
      at += 1
    }
    return nil
  }

  /// The bytes as text.
  var text: String { String(decoding: self, as: UTF8.self) }
}
