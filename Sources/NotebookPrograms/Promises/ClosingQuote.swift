import Documents

/// Finds the quotation mark that closes promised text, as in `// Prints "5 m" to the console.`
///
/// A mark that ends its line closes the text, and so does one that only a full stop or the like
/// follows. Otherwise marks that stand as they do around words open and close: in `say "hi" now" twice`
/// the third of them closes.
enum ClosingQuote {
  private static let mark = UInt8(ascii: "\"")

  /// - Parameter text: a line behind the mark that opens it, without white space at its end.
  /// - Returns: `nil` where the text goes on with the next line.
  static func index(in text: ArraySlice<UInt8>) -> Int? {
    guard let last = text.lastIndex(of: mark) else { return nil }
    if last + 1 == text.endIndex { return last }
    let isAloneBehind = text[(last + 1)...].allSatisfy { isStop($0) }
    // An even number of them are the text's own.
    if isAloneBehind, !text.count(where: { $0 == mark }).isMultiple(of: 2) { return last }
    var depth = 1
    for index in text.indices where text[index] == mark {
      let before = index > text.startIndex ? text[index - 1] : nil
      let after = index + 1 < text.endIndex ? text[index + 1] : nil
      if opens(before, after) {
        depth += 1
      } else if closes(after) {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  private static func opens(_ before: UInt8?, _ after: UInt8?) -> Bool {
    guard let before, let after else { return false }
    return (before.isASCIIBlank || before == UInt8(ascii: "(") || before == UInt8(ascii: "["))
      && !after.isASCIIBlank && !isStop(after)
  }

  private static func closes(_ after: UInt8?) -> Bool {
    guard let after else { return true }
    return isStop(after) || after.isASCIIBlank || "]}>".utf8.contains(after)
  }

  private static func isStop(_ byte: UInt8) -> Bool { ".,;:!?)".utf8.contains(byte) }
}
