/// NumPy's layout of words in brackets: rows under each other, long rows wrapped at 75 characters
/// with the continuation indented under the first element.
enum BracketedText {
  static let lineWidth = 75

  /// `[a b c]`; a word is never broken.
  static func vector(_ words: [String]) -> String {
    wrapped(words, indent: 1, width: lineWidth - 1)
  }

  /// `[[a b]⏎ [c d]]`; a `nil` row stands for dots.
  static func matrix(_ rows: [[String]?]) -> String {
    let lines = rows.map { row in
      row.map { wrapped($0, indent: 2, width: lineWidth - 2) } ?? "..."
    }
    return "[" + lines.joined(separator: "\n ") + "]"
  }

  private static func wrapped(_ words: [String], indent: Int, width: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    var length = indent
    for word in words {
      let space = line.isEmpty ? 0 : 1
      if space == 1, length + space + word.count > width {
        lines.append(line)
        (line, length) = (word, indent + word.count)
      } else {
        line += space == 1 ? " " + word : word
        length += space + word.count
      }
    }
    lines.append(line)
    let trimmed = lines.dropLast().map { $0.droppingTrailingSpaces } + [line]
    return "[" + trimmed.joined(separator: "\n" + margin) + "]"
  }
}

extension String {
  var droppingTrailingSpaces: String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }

  func padded(toLeft width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }

  func padded(toRight width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
