import NotebookExecution
import NotebookHTML
import NotebookLayout
import ResultStore

/// What determines a page, besides how its programs are compiled and what it reads.
extension PartName {
  static let notebook = PartName("notebook", .sentence("the notebook's text changed"))
  static let path = PartName("path", .sentence("the notebook is named by another path"))
  /// The project file that the notebook is under.
  static let project = PartName("project", .sentence("it is under another lectern.yml"))
  /// What pages of a course show of each other.
  static let course = PartName("course", .sentence("the course's contents changed"))
  /// The variant of a notebook of which a part is in one variant alone.
  static let variant = PartName(
    "variant",
    .sentence("--variant changed"),
    bringing: [.notebook]
  )
  static let page = PartName("page", .sentence("the page's place changed"))
  static let program = PartName("program", .sentence("the program 'render' changed"))
  static let setting = PartName(
    "setting",
    .sentence("the engine for formulas and charts changed")
  )
  static let math = PartName("math", .sentence("--math changed"))
  static let images = PartName("images", .sentence("--images changed"))
  static let form = PartName("form", .sentence("--to changed"))
  static let template = PartName("template", .sentence("the template changed"))
  /// Whether cells are run; how they are run is no part where they are not.
  static let running = PartName(
    "running",
    .sentence("--no-run changed"),
    bringing: [.package, .flags, .isolated, .folder, .sandbox, .toolchain, .module]
  )
  /// What a label of another page names, by the label.
  static let label = PartName("label", .named { name, _ in "what label \(name) names changed" })
  /// Where an address leads, by its role and text.
  static let link = PartName(
    "link",
    .named { name, _ in
      "what '\(LocalAddress.decoded(PageAddress(name: name)?.text ?? name))' leads to changed"
    }
  )
}

extension ResultKind {
  /// What a page was made from.
  static let page = ResultKind(
    "page",
    version: 6,
    parts: [
      .notebook, .variant, .path, .project, .course, .page, .program, .setting, .math, .images,
      .form,
      .template,
      .running, .label, .link, .file, .environment, .package, .flags, .isolated, .folder, .sandbox,
      .toolchain, .module,
    ]
  )
}

extension PageAddress {
  /// The address as the name of a part.
  var name: String { "\(role.rawValue) \(text)" }

  init?(name: String) {
    let words = name.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard words.count == 2, let role = Role(rawValue: String(words[0])) else { return nil }
    self.init(role, String(words[1]))
  }
}
