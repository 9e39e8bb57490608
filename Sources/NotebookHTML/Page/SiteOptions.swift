import NotebookSyntax
import ResultStore
import Typesetting

/// What all pages share that are made together.
public struct SiteOptions: Sendable {
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
  /// Whether notebooks are run, which a page's foot tells its reader.
  public var isRun: Bool
  /// Where formulas and charts are set; `nil` for what the notebook says, or else ``typesetter``.
  public var typesetting: TypesettingMode?
  /// Sets formulas and charts, for all pages; `nil` to leave them to the reader's browser.
  public var typesetter: Typesetter?
  /// Where coloured code is kept; `nil` for nowhere.
  public var store: StoreUse?

  /// - Parameters:
  ///   - template: a template in place of the built-in one.
  ///   - isRun: whether notebooks are run.
  ///   - typesetting: where formulas and charts are set; `nil` for what the notebook says.
  ///   - typesetter: sets them; `nil` to leave them to the reader's browser.
  ///   - store: where coloured code is kept; `nil` for nowhere.
  public init(
    template: Template? = nil,
    isRun: Bool = true,
    typesetting: TypesettingMode? = nil,
    typesetter: Typesetter? = nil,
    store: StoreUse? = nil
  ) {
    self.template = template
    self.isRun = isRun
    self.typesetting = typesetting
    self.typesetter = typesetter
    self.store = store
  }
}
