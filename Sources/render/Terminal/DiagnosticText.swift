import NotebookSyntax

/// A diagnostic as lines of text: `path:line:column: error: message`, the line that is meant with a
/// mark under it, and what to do.
struct DiagnosticText {
  /// Whether escape codes colour it.
  var hasColor: Bool

  /// How much of a very long line is shown.
  private static let widestExcerpt = 100

  /// - Parameters:
  ///   - diagnostic: what to say.
  ///   - source: the document, for the excerpt.
  func text(_ diagnostic: Diagnostic, in source: SourceText?) -> String {
    var head = diagnostic.path
    if let start = diagnostic.start { head += ":\(start)" }
    let severity = diagnostic.severity.rawValue
    var lines = [
      "\(bold(head + ":")) \(color(severity + ":", diagnostic.severity)) \(diagnostic.message)"
    ]
    var gutter = "  "
    if let source, source.path == diagnostic.path, let start = diagnostic.start {
      gutter = String(repeating: " ", count: "\(start.line)".count + 2)
      lines += excerpt(diagnostic, start, source)
    }
    if let help = diagnostic.help { lines.append("\(gutter)= help: \(help)") }
    return lines.joined(separator: "\n")
  }

  private func excerpt(_ diagnostic: Diagnostic, _ start: SourcePosition, _ source: SourceText)
    -> [String]
  {
    let range = source.lineRange(start.line)
    let first = min(source.offset(of: start), range.upperBound)
    var last = first
    if let end = diagnostic.end {
      last =
        end.line == start.line ? min(source.offset(of: end), range.upperBound) : range.upperBound
    }
    var before = Array(source[range.lowerBound..<first].map(\.shown))
    let marked = source[first..<max(last, first)].map(\.shown)
    var after = Array(source[max(last, first)..<range.upperBound].map(\.shown))
    if before.count > Self.widestExcerpt / 2 {
      before = ["…"] + before.suffix(Self.widestExcerpt / 2)
    }
    let room = max(Self.widestExcerpt - before.count - marked.count, 0)
    if after.count > room { after = after.prefix(room) + ["…"] }
    let shown = marked.prefix(Self.widestExcerpt)
    let number = "\(start.line)"
    let blank = String(repeating: " ", count: number.count)
    let mark = "^" + String(repeating: "~", count: max(shown.count - 1, 0))
    return [
      " \(number) | \(String(before + shown + after))",
      " \(blank) | \(String(repeating: " ", count: before.count))\(color(mark, diagnostic.severity))",
    ]
  }

  private func bold(_ text: String) -> String { hasColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  private func color(_ text: String, _ severity: Diagnostic.Severity) -> String {
    guard hasColor else { return text }
    let code =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return "\u{1B}[1;\(code)m\(text)\u{1B}[0m"
  }
}

extension Character {
  /// The character as it takes one place on a terminal, to which a notebook must not send commands.
  fileprivate var shown: Character {
    if self == "\t" { return " " }
    let isControl = unicodeScalars.contains { $0.properties.generalCategory == .control }
    return isControl ? "\u{FFFD}" : self
  }
}
