/// How a comment says that something is printed: `Prints "`, `prints: “`, `Output: "`.
struct PrintedMark {
  /// Where the text begins, behind the mark that opens it.
  var text: Int
  /// The mark that closes it; `nil` where there is none that opens it.
  var quote: String?

  private static let words = ["Prints", "prints", "Output", "output", "Printed", "printed"]
  private static let quotes = ["\"": "\"", "“": "”", "”": "”", "„": "“", "«": "»"]

  /// - Parameters:
  ///   - bytes: the code.
  ///   - body: what stands in the comment, from its first letter.
  /// - Returns: `nil` for a comment that says nothing of the kind.
  init?(_ bytes: [UInt8], _ body: Range<Int>) {
    guard let word = Self.words.first(where: { bytes[body].starts(with: $0.utf8) }) else {
      return nil
    }
    var rest = bytes[body].dropFirst(word.utf8.count)
    let hasColon = rest.first == UInt8(ascii: ":")
    if hasColon { rest = rest.dropFirst() }
    let isSpaced = rest.first.map(CommentLine.isSpace) ?? true
    rest = rest.drop(while: CommentLine.isSpace)
    let opening = Self.quotes.first { rest.starts(with: $0.key.utf8) }
    if let opening, hasColon || isSpaced, hasColon || ["Prints", "prints"].contains(word) {
      text = rest.startIndex + opening.key.utf8.count
      quote = opening.value
      return
    }
    guard hasColon || ["Prints", "prints"].contains(word) && isSpaced && Self.isLiteral(rest) else {
      return nil
    }
    text = rest.startIndex
  }

  /// Whether a text without marks is a value and no words: `5`, `[1, 2]`, `true`.
  private static func isLiteral(_ text: ArraySlice<UInt8>) -> Bool {
    var text = String(decoding: text, as: UTF8.self)[...]
    while let last = text.last, last.isWhitespace || last == "." { text.removeLast() }
    if ["true", "false", "nil"].contains(text) || Double(text) != nil { return true }
    return text.count > 1 && text.hasPrefix("[") && text.hasSuffix("]")
  }
}
