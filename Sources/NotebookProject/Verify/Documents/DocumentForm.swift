/// What a file that is verified is, by its path.
enum DocumentForm: Sendable, Equatable {
  /// Markdown that may be anything a notebook is.
  case notebook
  /// An article or a tutorial of a DocC catalog.
  case article
  /// A Swift source, whose comments hold Markdown.
  case source
  /// A file of Swift that documentation shows as it is: of a catalog, or one of a package's snippets.
  case code

  init(_ path: String) {
    let names = path.split(separator: "/")
    let name = names.last?.lowercased() ?? ""
    let folders = names.dropLast()
    let isInCatalog = folders.contains { Self.isCatalog(String($0)) }
    if name.hasSuffix(".swift") {
      self = isInCatalog || folders.contains("Snippets") ? .code : .source
    } else {
      self = isInCatalog ? .article : .notebook
    }
  }

  /// Whether a folder is a DocC catalog by its name.
  static func isCatalog(_ name: String) -> Bool { name.lowercased().hasSuffix(".docc") }

  /// Whether a file in a folder may be a document by its name.
  static func isDocument(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".md", ".swift", ".tutorial"].contains { name.hasSuffix($0) }
  }
}
