import Foundation

/// HTML that a notebook made, as Markdown can hold it.
struct ShownMarkup {
  private let markup: String

  init(_ markup: String) { self.markup = markup }

  static let help = "let it show Markdown, TeX or SVG too, or hand the page on as html"

  /// Whether who shows Markdown lets it pass: no scripts, no styles, nothing that is loaded.
  var isPassedOn: Bool {
    !markup.contains(
      /(?i)<\s*(script|style|link|iframe|object|embed|form|input|button|canvas|svg)\b/
    )
  }

  /// The markup within one line.
  var line: String {
    markup.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// The markup as a block, which a blank line would end.
  var block: String {
    markup.split(whereSeparator: \.isNewline)
      .filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
  }

  /// The words alone.
  var words: String {
    var words = ""
    var rest = markup[...]
    while let tag = rest.firstIndex(of: "<") {
      words += rest[..<tag] + " "
      let name = rest[tag...].dropFirst().prefix { $0.isLetter }.lowercased()
      // What stands in a script or a style is no text.
      let end = name == "script" || name == "style" ? "</" + name : ">"
      guard let found = rest[tag...].range(of: end, options: .caseInsensitive) else {
        rest = end == ">" ? rest[tag...].dropFirst() : ""
        if end == ">" { break }
        continue
      }
      rest = rest[found.upperBound...]
    }
    words += rest
    return words.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
