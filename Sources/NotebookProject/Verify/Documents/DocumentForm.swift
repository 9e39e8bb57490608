/// What a file that is verified is, by its name.
enum DocumentForm: Sendable {
  /// Markdown that may be anything a notebook is.
  case notebook
  /// A Swift source, whose comments hold Markdown.
  case source

  init(_ path: String) {
    self = path.lowercased().hasSuffix(".swift") ? .source : .notebook
  }
}
