import Documents
import Files
import NotebookSyntax

/// A document that its author does not want to be seen yet: `draft: true` in its front matter.
enum Draft {
  static func isOne(_ path: String, in files: FileView) -> Bool {
    // Most documents show in their first bytes that they have no front matter.
    guard let bytes = files.excerpt(of: path, ifBeginning: hasFrontMatter),
      bytes.contains(text: "draft")
    else { return false }
    return FrontMatter.reading(SourceText(path: path, bytes: bytes)).isDraft
  }

  /// Whether a text begins with `---`, perhaps behind a byte order mark.
  private static func hasFrontMatter(_ start: [UInt8]) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return start.dropFirst(start.starts(with: mark) ? mark.count : 0).starts(with: "---".utf8)
  }
}
