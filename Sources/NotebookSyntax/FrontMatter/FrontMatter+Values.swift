import Documents

/// Where formulas and charts are set.
public enum TypesettingMode: String, Sendable, CaseIterable {
  /// As SVG when the page is made.
  case svg
  /// In the reader's browser, by MathJax and Vega.
  case browser
}

/// Where a page has its images.
public enum ImagePlacement: String, Sendable, CaseIterable {
  /// In the page itself.
  case embed
  /// In files beside the page.
  case copy
}

extension FrontMatter {
  /// A macro for the formulas of a document, from `macros:`.
  public struct Macro: Sendable, Hashable {
    /// Its name, without the backslash.
    public var name: String
    /// What it stands for, with `#1` for its first argument.
    public var body: String
    /// How many arguments it takes; `nil` for as many as the body mentions.
    public var argumentCount: Int?
    /// The first argument's value where it is left out.
    public var defaultArgument: String?
    /// Where it stands: in the document, or in the project file if it is a default.
    public var range: SourceRange
    /// Whether the project file gives it, for all notebooks.
    public var isDefault = false
  }

  /// A path that the front matter names.
  public struct Path: Sendable, Hashable {
    /// As the author wrote it.
    public var path: String
    /// Where it stands: in the document, or in the project file if it is a default.
    public var range: SourceRange
    /// Whether the project file gives it, for all notebooks.
    public var isDefault = false
  }
}
