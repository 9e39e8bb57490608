import Documents

/// Reads one BibTeX file into its entries.
///
/// 1. The text between entries is passed over (`BibParser+Between`).
/// 2. An entry's head and its fields are read (`BibParser+Entries`, `BibParser+Fields`).
/// 3. A value is read, its pieces joined and its abbreviations put in (`BibParser+Values`).
///
/// Every error is reported and reading goes on behind it (`BibParser+Recovery`). No step looks at a
/// byte more than a fixed number of times, and none calls itself, so that neither time nor stack
/// depends on how hostile the file is.
struct BibParser {
  let source: SourceText
  /// The file's number, for values that stand in several files.
  let file: Int
  let bytes: [UInt8]
  var index: Int
  var abbreviations: Abbreviations
  var suggestions: Suggestions
  var entries: [RawEntry] = []
  var diagnostics: [Diagnostic] = []
  /// Whether a comment was met that is never closed; later ones are then searched no further than
  /// the next entry.
  var commentsAreBroken = false
  /// The abbreviations that were not known where they were used, by the number of the diagnostic.
  var unknownNames: [(diagnostic: Int, name: String)] = []

  /// How deep braces may nest in a value.
  static let depthLimit = 50

  init(
    _ source: SourceText,
    file: Int,
    abbreviations: Abbreviations,
    suggestions: Suggestions
  ) {
    self.source = source
    self.file = file
    self.bytes = source.bytes
    self.index = source.contentStart
    self.abbreviations = abbreviations
    self.suggestions = suggestions
    diagnostics = source.faults
  }

  /// Reads the whole file.
  mutating func parse() {
    while let head = nextEntryHead() { readEntry(head) }
    for (number, name) in unknownNames where abbreviations.defines(name) {
      diagnostics[number].help = "its @string comes later; move it in front of its first use"
    }
    if abbreviations.isExhausted {
      report(
        .bibStringLimit,
        "the abbreviations of @string grow to too much text",
        help: "an abbreviation that repeats others doubles at each step; write less of them",
        source.contentStart..<source.contentStart
      )
    }
  }

  mutating func report(
    _ kind: Diagnostic.Kind,
    _ message: String,
    help: String,
    _ range: SourceRange,
    _ severity: Diagnostic.Severity = .error
  ) {
    diagnostics.append(
      Diagnostic(severity, kind, message, help: help, in: source, at: range)
    )
  }

  // MARK: Bytes

  /// The byte that is read next; `nil` at the end of the file.
  var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func skipSpace() {
    index = endOfSpace(from: index)
  }

  func endOfSpace(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index].isASCIIWhitespace { index += 1 }
    return index
  }

  /// The end of a run of bytes that may be in a name.
  func endOfName(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index].isBibName { index += 1 }
    return index
  }

  /// The end of the line on which a byte stands.
  func endOfLine(from start: Int) -> Int {
    var index = start
    while index < bytes.count, !bytes[index].isLineEnd { index += 1 }
    return index
  }
}
