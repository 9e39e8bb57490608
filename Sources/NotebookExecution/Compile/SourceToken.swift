import Documents
import NotebookSyntax

/// The word, number, text or sign at a place, so that an excerpt underlines it.
enum SourceToken {
  /// The offset after the token that begins at an offset.
  static func end(at start: Int, in source: SourceText) -> Int {
    let line = source.lineRange(source.position(at: start).line)
    let rest = source.bytes[min(start, line.upperBound)..<line.upperBound]
    guard let first = rest.first else { return start }
    if first.isWordByte || first == UInt8(ascii: "#") || first == UInt8(ascii: "@") {
      return rest.dropFirst().firstIndex { !$0.isWordByte } ?? rest.endIndex
    }
    if first == UInt8(ascii: "\"") {
      var isEscaped = false
      for index in rest.indices.dropFirst() {
        if rest[index] == first, !isEscaped { return index + 1 }
        isEscaped = rest[index] == UInt8(ascii: "\\") && !isEscaped
      }
      return rest.endIndex
    }
    if signs.contains(first) {
      return rest.dropFirst().firstIndex { !signs.contains($0) } ?? rest.endIndex
    }
    return start + 1
  }

  private static let signs = Set("+-*/%=<>!&|^~?".utf8)
}
