import Documents

/// The keys of the front matter, and those that look like them.
enum FrontMatterKeys {
  private static let known = [
    "title", "subtitle", "author", "authors", "date", "abstract", "lang", "numbering", "toc",
    "math", "macros", "bibliography", "crossref", "isolated", "swift-version", "swift-flags",
    "env", "inputs", "timeout", "draft", "strict", "images",
    "downloads", "smart", "symbols", "holds", "scripts", "frames",
    "requests",
  ]

  /// Keys that other programs read in the same front matter, and that differ from ours by a letter.
  private static let alike: Set<String> = [
    "data", "image", "path", "paths", "lead", "page", "land", "lane",
  ]

  /// Further keys by which front matter is told from text that looks like it.
  private static let common: Set<String> = [
    "categories", "category", "cover", "css", "description", "excerpt", "format", "header-includes",
    "id", "image", "jupyter", "keywords", "layout", "permalink", "published", "sidebar_position",
    "slug", "summary", "tags", "theme", "weight",
  ]

  /// The key of ours that an unknown one was meant to be; `nil` where it is some other program's.
  static func meant(by key: String) -> String? {
    alike.contains(key.lowercased()) ? nil : intendedWord(key, in: known)
  }

  /// Whether a key shows that the lines around it are front matter.
  static func isTelling(_ key: String) -> Bool {
    known.contains(key) || common.contains(key) || meant(by: key) != nil
  }
}
