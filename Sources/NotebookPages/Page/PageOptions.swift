import Bibliography
import NotebookSyntax
import ResultStore
import Typesetting

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
  /// Where formulas and charts are set; `nil` for what the notebook says, or else ``typesetter``.
  public var typesetting: TypesettingMode?
  /// Sets formulas and charts, for all pages; `nil` to leave them to the reader's browser.
  public var typesetter: Typesetter?
  /// Where coloured code is kept; `nil` for nowhere.
  public var store: StoreUse?
  /// Begins every identifier within a page's formulas and charts, and so must differ between pages
  /// that may be put together: letters, digits and hyphens, such as `softmax-`.
  public var idPrefix: String
  /// Whether a Markdown file has a page of its own, so that a link to it leads there. The path is
  /// relative to the notebook.
  public var hasPage: @Sendable (_ path: String) -> Bool
  /// What the notebook may cite.
  public var bibliography: Bibliography
  /// What a label names that the notebook does not have: something on another page.
  public var labelElsewhere: @Sendable (_ name: String) -> LabelTarget?

  /// - Parameters:
  ///   - template: a template in place of the built-in one.
  ///   - assetsPrefix: what stands before the names of asset files in a page's links.
  ///   - isRun: whether notebooks are run.
  ///   - typesetting: where formulas and charts are set; `nil` for what the notebook says.
  ///   - typesetter: sets them; `nil` to leave them to the reader's browser.
  ///   - store: where coloured code is kept; `nil` for nowhere.
  ///   - idPrefix: begins every identifier within formulas and charts.
  ///   - hasPage: whether a Markdown file has a page.
  ///   - bibliography: what the notebook may cite.
  ///   - labelElsewhere: what a label of another page names.
  public init(
    template: Template? = nil,
    assetsPrefix: String = "assets/",
    isRun: Bool = true,
    typesetting: TypesettingMode? = nil,
    typesetter: Typesetter? = nil,
    store: StoreUse? = nil,
    idPrefix: String = "",
    hasPage: @escaping @Sendable (_ path: String) -> Bool = { _ in false },
    bibliography: Bibliography = Bibliography([]),
    labelElsewhere: @escaping @Sendable (_ name: String) -> LabelTarget? = { _ in nil }
  ) {
    self.template = template
    self.assetsPrefix = assetsPrefix
    self.isRun = isRun
    self.typesetting = typesetting
    self.typesetter = typesetter
    self.store = store
    self.idPrefix = idPrefix
    self.hasPage = hasPage
    self.bibliography = bibliography
    self.labelElsewhere = labelElsewhere
  }
}
