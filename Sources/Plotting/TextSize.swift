/// How much room text takes, as far as that can be told without its font.
struct TextSize {
  /// The typical width of a letter in pixels; generous, as the reader's font may be a wide one.
  let letter: Double

  /// The labels of axes and legends.
  static let label = TextSize(letter: 8)
  /// The title of an axis.
  static let axisTitle = TextSize(letter: 8.2)
  /// The heading of a picture.
  static let title = TextSize(letter: 10.4)

  /// The width of a line in pixels.
  func width(of text: String) -> Double {
    text.reduce(0) { $0 + (Self.isWide($1) ? 1.7 : 1) * letter }
  }

  /// The width of the widest of several lines in pixels.
  func width(of texts: [String]) -> Double { texts.map(width).max() ?? 0 }

  /// The text broken between words into lines of at most that many pixels.
  func broken(_ text: String, within width: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, self.width(of: last + " " + word) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.count > 1 ? lines : [text]
  }

  /// The broken text as JSON: a string where one line will do.
  func lines(of text: String, within width: Double) -> JSON {
    let lines = broken(text, within: width)
    return lines.count > 1 ? .array(lines.map(JSON.string)) : .string(text)
  }

  /// Chinese, Japanese and Korean characters and most pictographs.
  private static func isWide(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { $0.value >= 0x1100 && !(0x2000...0x2BFF ~= $0.value) }
      ?? false
  }
}
