import Documents
import Files
import NotebookSyntax

/// A file of findings that are known: a line each, sorted, so that git merges what two people add.
///
///     # comments
///     lectern-baseline 1
///     README.md⇥compiler-error⇥5d41402abc4b2a76⇥cannot find 'x' in scope
struct BaselineFile: Sendable {
  /// The version of this format. It changes when an older reader would misread a newer file.
  static let version = 1

  private static let mark = "lectern-baseline"

  private static let head = """
    # What is known to be wrong, for which 'render verify' does not fail: a line for each finding, with the
    # document, the kind, a digest of the code, and what was said. 'render verify --write-baseline' writes it.
    """

  let source: SourceText
  private(set) var entries: [BaselineEntry] = []
  /// What is wrong with it.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceText) {
    self.source = source
    diagnostics = source.faults
    if diagnostics.isEmpty { read() }
  }

  private mutating func read() {
    var isBegun = false
    for number in 1...source.lineCount {
      let range = source.lineRange(number)
      let text = source[range]
      if text.isEmpty || text.hasPrefix("#") { continue }
      if !isBegun {
        isBegun = true
        guard checkHead(text, range) else { return }
      } else if let entry = BaselineEntry(text, line: number) {
        entries.append(entry)
      } else {
        report(
          "this line is none of a baseline",
          help: text.hasPrefix("<<<<<<<") || text.hasPrefix("=======") || text.hasPrefix(">>>>>>>")
            ? "settle the merge: lines of both sides may stay, in any order"
            : "take it out, or write the file anew with --write-baseline",
          range
        )
      }
    }
    if !isBegun { report("this is no baseline", help: Self.newFile, source.lineRange(1)) }
  }

  private static let newFile =
    "name another file, or remove this one, and write it with --write-baseline"

  private mutating func checkHead(_ text: String, _ range: SourceRange) -> Bool {
    let words = text.split(separator: " ")
    guard words.count == 2, words[0] == Self.mark else {
      report("this is no baseline", help: Self.newFile, range)
      return false
    }
    if words[1] == "\(Self.version)" { return true }
    report(
      "this baseline is of version \(words[1]), and this program reads version \(Self.version)",
      help:
        "remove the file and write it anew with --write-baseline, or use the program that wrote it",
      range.upperBound - words[1].utf8.count..<range.upperBound
    )
    return false
  }

  private mutating func report(_ message: String, help: String, _ range: SourceRange) {
    diagnostics.append(
      Diagnostic(.error, .baseline, message, help: help, in: source, at: range)
    )
  }

  /// What a file of some findings holds.
  static func bytes(of entries: [BaselineEntry]) -> [UInt8] {
    let lines = [head, "\(mark) \(version)"] + entries.sorted().map(\.text)
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// What it holds without some lines; all others stay as they are.
  /// - Parameter lines: their numbers.
  func bytes(without lines: Set<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    for number in 1...source.lineCount where !lines.contains(number) {
      let end = number < source.lineCount ? source.lineStarts[number] : source.bytes.count
      bytes += source.bytes[source.lineStarts[number - 1]..<end]
    }
    return bytes
  }
}
