import Documents
import NotebookSyntax

/// Writes another value behind an expression in the text.
enum WrittenValueEdit {
  /// - Returns: `nil` where the value cannot stand in a line of text.
  static func edit(_ written: WrittenValue, to text: String, in source: SourceText) -> SourceEdit? {
    guard !text.isEmpty, !text.contains(where: { $0.isNewline || $0 == "`" }) else { return nil }
    let before = written.range.lowerBound - 1
    let isQuoted = before >= 0 && source.bytes[before] != UInt8(ascii: "=")
    let isPlain =
      text.allSatisfy { $0.isLetter || $0.isNumber || "+-−._%:/".contains($0) }
      && !(text.last.map { ".:_".contains($0) } ?? true)
    return SourceEdit(range: written.range, text: isQuoted || isPlain ? text : "`\(text)`")
  }
}
