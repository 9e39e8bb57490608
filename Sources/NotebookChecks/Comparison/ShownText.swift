import NotebookSyntax
import NotebookTranscript

/// A text with its tokens and lines.
///
/// It is read as UTF-8 bytes, because what cells print can be long.
struct ShownText {
  /// One line, without its end.
  struct Line {
    /// Where it stands in the text.
    var bytes: Range<Int>
    /// Its tokens; none for a blank line.
    var tokens: Range<Int>
  }

  let bytes: [UInt8]
  /// For each byte its place in the text as it was written, where that is in another normal form.
  private let origins: [Int]?
  private(set) var tokens: [ShownToken]
  /// All lines. A last line end begins no further line.
  private(set) var lines: [Line]

  /// What a cell shows, free of escape sequences.
  init(actual: String) {
    self.init(NormalForm(TerminalText.plain(actual)), readsWildcards: false)
  }

  /// What is promised, where `[...]` is a wildcard unless every letter counts.
  init(promised: String, rule: ComparisonRule = ComparisonRule()) {
    self.init(NormalForm(promised), readsWildcards: !rule.isExact)
  }

  private init(_ text: NormalForm, readsWildcards: Bool) {
    bytes = text.bytes
    origins = text.origins
    var tokenizer = Tokenizer(bytes: bytes, readsWildcards: readsWildcards)
    tokenizer.run()
    tokens = tokenizer.tokens
    lines = tokenizer.lines
  }

  /// Where some bytes stand in the text as it was written.
  func written(_ range: Range<Int>) -> Range<Int> {
    guard let origins else { return range }
    let start = origins[range.lowerBound]
    return start..<max(start, origins[range.upperBound])
  }

  /// The text that stands at some bytes.
  func text(at range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The text of a token.
  func text(of token: Int) -> String { text(at: tokens[token].range) }

  /// Whether a token is the first of its line. The end of the text counts as one.
  func beginsLine(_ token: Int) -> Bool {
    token == 0 || token >= tokens.count || tokens[token - 1].line != tokens[token].line
  }

  /// Whether no white space stands between a token and the one after it.
  func touchesNext(_ token: Int) -> Bool {
    token + 1 < tokens.count && tokens[token].end == tokens[token + 1].start
  }

  /// Whether a line holds nothing but `[...]`, so that it stands for lines.
  func isWildcard(line: Int) -> Bool {
    let tokens = lines[line].tokens
    return !tokens.isEmpty && tokens.allSatisfy { self.tokens[$0].kind == .wildcard }
  }

  /// Whether `[...]` stands somewhere on a line.
  func hasWildcard(line: Int) -> Bool {
    lines[line].tokens.contains { tokens[$0].kind == .wildcard }
  }
}
