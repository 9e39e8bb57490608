import Processes

/// The command by which a line of a notebook is opened, such as `code -g {file}:{line}`.
package struct EditorCommand: Sendable, Equatable {
  /// The words, in which `{file}` and `{line}` stand for what they say.
  let words: [String]

  /// - Returns: `nil` where a text has no words, or a quotation that does not end.
  package init?(_ text: String) {
    var words: [String] = []
    var word: String?
    var quotation: Character?
    for character in text {
      switch (quotation, character) {
      case (character?, _): quotation = nil
      case (nil, "'"), (nil, "\""):
        quotation = character
        word = word ?? ""
      case (nil, " "), (nil, "\t"):
        if let ended = word { words.append(ended) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    guard quotation == nil, words.first?.isEmpty == false else { return nil }
    self.words = words
  }

  /// The words for a line; a file that no word names stands last.
  func words(for path: String, line: Int) -> [String] {
    let filled = words.map {
      $0.replacing("{line}", with: "\(line)").replacing("{file}", with: path)
    }
    return words.contains { $0.contains("{file}") } ? filled : filled + [path]
  }

  /// Opens a line. Nobody waits for the editor.
  /// - Returns: why that could not be begun.
  package func open(_ path: String, line: Int = 1) -> String? {
    DetachedProcess.start(words(for: path, line: line))
  }
}
