/// What services that run builds take for commands in a log: a line that begins with `::` is one for GitHub Actions,
/// and so is `##[…]`, for others as `##vso[…]` and `##teamcity[…]`, wherever it stands in a line.
enum LogCommands {
  /// A text in which there are none, as a space parts the signs by which they are told.
  static func broken(in text: String) -> String {
    let bytes = text.utf8
    guard zip(bytes, bytes.dropFirst()).contains(where: isMark) else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { brokenLine($0) }.joined(separator: "\n")
  }

  private static func isMark(_ first: UInt8, _ second: UInt8) -> Bool {
    first == second && (first == UInt8(ascii: ":") || first == UInt8(ascii: "#"))
  }

  private static func brokenLine(_ line: Substring) -> String {
    var text = String(line)
    if let start = text.firstIndex(where: { !$0.isWhitespace }), text[start...].hasPrefix("::") {
      text.insert(" ", at: text.index(after: start))
    }
    return text.replacing(/##(?=[A-Za-z]*\[)/, with: "# #")
  }
}
