/// The left edge of an excerpt: a column for line numbers and signs, and a bar.
struct Gutter: Sendable {
  /// How many columns the line's number takes.
  var width: Int

  /// A line of the excerpt.
  /// - Parameters:
  ///   - sign: the line's number, or what kind of line it is.
  ///   - text: the line.
  ///   - paint: colours the sign.
  func line(_ sign: String, _ text: String, paint: (String) -> String = { $0 }) -> String {
    let padding = String(repeating: " ", count: max(width - sign.count, 0) + 1)
    return padding + paint(sign) + (text.isEmpty ? " |" : " | " + text)
  }

  /// A remark below the excerpt, whose further lines stand below its first.
  func remark(_ text: String) -> String {
    let blank = String(repeating: " ", count: width + 2)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return blank + "= " + lines.joined(separator: "\n  " + blank)
  }
}
