import Documents

/// `#| label: fig-a` or `//| label: fig-a` in the first lines of a cell, where Quarto has its options.
struct QuartoOption {
  /// The bytes before it in its line.
  var indentation: Int
  /// Whether it is no Swift either.
  var isNoComment: Bool
  /// What to write instead.
  var help: String

  /// - Parameter line: a line of Swift that does not stand in a string or a comment.
  init?(_ line: Substring.UTF8View) {
    let text = String(Substring(line))
    guard let option = text.wholeMatch(of: /(\s*)(#\||\/\/\|)\s*(?:([A-Za-z-]+)\s*:\s*(.*))?.*/)
    else {
      return nil
    }
    isNoComment = option.2 == "#|"
    // A comment may be drawn with bars.
    guard isNoComment || option.3 != nil else { return nil }
    indentation = option.1.utf8.count
    help = Self.help(String(option.3 ?? ""), String(option.4 ?? ""))
  }

  private static func help(_ key: String, _ value: String) -> String {
    let value = value.trimmingPrefix("\"").prefix { $0 != "\"" }
    let word: String
    switch key {
    case "label": word = "label=\(value)"
    case "fig-cap", "tbl-cap", "lst-cap", "cap", "caption": word = "caption=\"\(value)\""
    case "echo": word = "echo=\(value)"
    case "output", "include", "results": word = "output=false"
    case "eval": word = "no-run' or 'ignore"
    case "code-fold": word = "fold"
    case "error": word = "compile-fail' or 'should-crash"
    default: return "take the line out; what a cell can be told stands behind 'swift' in its fence"
    }
    return "write '\(word)' behind 'swift' in the fence"
  }
}

extension QuartoOption {
  /// Tells of options that stand in a cell's lines and not behind its fence.
  static func diagnostics(of code: Snippet, in source: SourceText) -> [Diagnostic] {
    guard code.text.utf8.contains(UInt8(ascii: "|")) else { return [] }
    var diagnostics: [Diagnostic] = []
    var reader = SwiftLines()
    for (index, line) in code.text.utf8.split(separator: 10, omittingEmptySubsequences: false)
      .enumerated()
    {
      let isCode = reader.isInCode
      reader.read(line)
      guard isCode, line.contains(UInt8(ascii: "|")), let option = QuartoOption(line) else {
        continue
      }
      let start = code.lineOrigins[index]
      diagnostics.append(
        Diagnostic(
          option.isNoComment ? .error : .warning,
          .optionInCell,
          "options in the lines of a cell are Quarto's, and mean nothing here",
          help: option.help,
          in: source,
          at: start + option.indentation..<start + line.count
        )
      )
    }
    return diagnostics
  }
}
