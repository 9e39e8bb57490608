import Bibliography
import NotebookLayout
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
  /// What the page says in place of an address that it holds, asked for in the order of the page; `nil`
  /// for the address itself. The anchors are the names by which links can lead to a place of the page.
  public var address: @Sendable (_ address: PageAddress, _ anchors: Set<String>) -> String?
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
  ///   - address: what the page says in place of an address.
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
    address: @escaping @Sendable (_ address: PageAddress, _ anchors: Set<String>) -> String? = {
      _,
      _ in nil
    },
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
    self.address = address
    self.bibliography = bibliography
    self.labelElsewhere = labelElsewhere
  }
}
