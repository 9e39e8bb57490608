import Documents
import Foundation
import NotebookSyntax

/// A document that its author does not want to be seen yet: `draft: true` in its front matter.
enum Draft {
  static func isOne(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    // Most documents show in their first bytes that they have no front matter.
    guard let start = try? file.read(upToCount: 1 << 12), start.hasFrontMatter,
      let rest = try? file.readToEnd() ?? Data()
    else { return false }
    let bytes = Array(start + rest)
    guard bytes.contains(text: "draft") else { return false }
    return FrontMatter.reading(SourceText(path: path, bytes: bytes)).isDraft
  }
}

extension Data {
  /// Whether a text begins with `---`, perhaps behind a byte order mark.
  fileprivate var hasFrontMatter: Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return dropFirst(starts(with: mark) ? mark.count : 0).starts(with: "---".utf8)
  }
}
