import Documents

/// The pieces of Markdown and HTML that are written around text.
enum MarkdownSyntax {
  /// Code within a line.
  /// - Parameter isInTable: whether it stands in a cell of a table, which bars part.
  static func code(_ text: String, isInTable: Bool = false) -> String {
    let line = text.replacing("\r\n", with: " ").replacing("\n", with: " ")
      .replacing("\r", with: " ")
    // In a table a backslash before a bar is the table's.
    guard !line.isEmpty, !(isInTable && line.contains("\\|")) else {
      return codeTag(line)
    }
    let mark = String(repeating: "`", count: longestRun(of: "`", in: line) + 1)
    let isAllSpace = line.allSatisfy { $0 == " " }
    let needsSpace =
      line.hasPrefix("`") || line.hasSuffix("`")
      || !isAllSpace && line.hasPrefix(" ") && line.hasSuffix(" ")
    let space = needsSpace ? " " : ""
    return mark + space + line + space + mark
  }

  /// The same as HTML.
  static func codeTag(_ text: String) -> String {
    "<code>\(html(text, isMarkdown: true))</code>"
  }

  /// A block of code between fences that it does not hold.
  /// - Parameter language: the first word behind the opening fence.
  static func fence(_ text: String, _ language: String = "") -> String {
    let mark = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
    let word = language.filter { !$0.isWhitespace && $0 != "`" }
    let end = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
    return "\(mark)\(word)\n\(text)\(end)\(mark)"
  }

  /// The address of a link or an image, with its title.
  static func destination(_ address: String, title: String = "") -> String {
    let needsBrackets =
      address.isEmpty || address.hasPrefix("<")
      || address.unicodeScalars.contains { $0.value <= 0x20 || "()\\".unicodeScalars.contains($0) }
    var text = address
    if needsBrackets {
      let escaped = address.replacing("\\", with: "\\\\").replacing("<", with: "\\<")
        .replacing(">", with: "\\>").replacing("\n", with: "%0A").replacing("\r", with: "%0D")
      text = "<\(escaped)>"
    }
    guard !title.isEmpty else { return text }
    let words = title.split(whereSeparator: \.isNewline).joined(separator: " ")
      .replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("&", with: "&amp;")
    return "\(text) \"\(words)\""
  }

  /// Text within HTML, or within an attribute's quotes.
  /// - Parameter isMarkdown: whether Markdown is read in it, as it is behind a tag in a line.
  static func html(_ text: String, isMarkdown: Bool = false) -> String {
    var html = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "\u{0}", "\u{1}": html += "\u{FFFD}"
      case "\\", "`", "*", "_", "[", "]", "~", "|", "$", "!", ":", "@", ".":
        html += isMarkdown ? "&#\(scalar.value);" : String(scalar)
      default: html.unicodeScalars.append(scalar)
      }
    }
    return html
  }

  /// What links can lead to.
  static func anchor(_ name: String) -> String { "<a id=\"\(html(name))\"></a>" }

  /// How many of a character stand beside each other at most.
  static func longestRun(of character: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for other in text {
      run = other == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
