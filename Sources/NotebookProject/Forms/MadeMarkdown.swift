import Documents
import Files

/// The mark by which a page in Markdown is known to be one: where it lies among notebooks, it is none of them.
enum MadeMarkdown {
  private static let beginning = "<!-- Made by Lectern from "

  /// The first line of a page, with the blank line behind it.
  /// - Parameter path: the notebook's path.
  static func mark(from path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    // Two hyphens would end a comment for some readers.
    return beginning + name.replacing("--", with: "- -") + ". -->\n\n"
  }

  /// Whether a document is such a page.
  /// - Parameter files: how it is looked at.
  static func isOne(_ path: String, in files: FileView) -> Bool {
    files.excerpt(of: path) { $0.starts(with: beginning.utf8) } != nil
  }
}
