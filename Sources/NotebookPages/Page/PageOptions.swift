/// How pages are made.
public struct PageOptions: Sendable {
  /// A Mustache template in place of the built-in one.
  public struct Template: Sendable {
    /// The template.
    public var text: String
    /// The file that messages name.
    public var path: String

    /// - Parameters:
    ///   - text: the template.
    ///   - path: the file that messages name.
    public init(text: String, path: String) {
      self.text = text
      self.path = path
    }
  }

  /// The template; `nil` for the built-in one.
  public var template: Template?
  /// What stands before the names of ``Page/Asset/files`` in a page's links.
  public var assetsPrefix: String
  /// Whether notebooks are run, which a page's foot tells its reader.
  public var isRun: Bool
  /// Whether a Markdown file has a page of its own, so that a link to it leads there. The path is
  /// relative to the notebook.
  public var hasPage: @Sendable (_ path: String) -> Bool

  /// - Parameters:
  ///   - template: a template in place of the built-in one.
  ///   - assetsPrefix: what stands before the names of asset files in a page's links.
  ///   - isRun: whether notebooks are run.
  public init(
    template: Template? = nil,
    assetsPrefix: String = "assets/",
    isRun: Bool = true,
    hasPage: @escaping @Sendable (_ path: String) -> Bool = { _ in false }
  ) {
    self.template = template
    self.assetsPrefix = assetsPrefix
    self.isRun = isRun
    self.hasPage = hasPage
  }
}
