/// What is done while a span lasts.
///
/// A room that does something of its own adds a stage in an extension.
public struct Stage: Sendable, Hashable {
  /// The name, as the table and the trace show it.
  public let name: String
  /// Whether it only holds other stages, so that its own time is what none of them accounts for.
  public let isWhole: Bool

  /// - Parameters:
  ///   - name: the name, as the table and the trace show it.
  ///   - isWhole: whether it only holds other stages.
  public init(_ name: String, isWhole: Bool = false) {
    self.name = name
    self.isWhole = isWhole
  }
}

extension Stage {
  /// A whole notebook, or a document that is verified.
  public static let notebook = Stage("notebook", isWhole: true)
  /// A file is read.
  public static let reading = Stage("reading")
  /// Markdown becomes a notebook.
  public static let parsing = Stage("parsing")
  /// The notebooks beside it are read for the labels that a notebook refers to.
  public static let labels = Stage("labels of other pages")
  /// A bibliography is read.
  public static let bibliography = Stage("bibliography")
  /// Cells are split into statements.
  public static let planning = Stage("planning")
  /// The compiler and the libraries are looked for.
  public static let tools = Stage("finding tools")
  /// The libraries that notebooks import are compiled, or waited for.
  public static let libraries = Stage("compiling libraries")
  /// The package around a document is built, or waited for.
  public static let package = Stage("building package")
  /// What an earlier result is kept under is worked out.
  public static let key = Stage("making keys")
  /// An earlier result is looked for.
  public static let store = Stage("looking in the store")
  /// The programs of a notebook, side by side.
  public static let programs = Stage("programs", isWhole: true)
  /// One program, or a cell that is tried on its own.
  public static let program = Stage("program", isWhole: true)
  /// There is no room for another process yet.
  public static let waiting = Stage("waiting for a slot")
  /// A program is compiled: what the stages of the compiler do not account for.
  public static let compiling = Stage("compiling")
  /// The compiler's driver, which calls compiler and linker itself.
  public static let driver = Stage("swiftc driver")
  /// The compiler proper.
  public static let compiler = Stage("compiler")
  /// The linker.
  public static let linker = Stage("linker")
  /// A program runs.
  public static let running = Stage("running")
  /// Promises are held against what the cells showed.
  public static let promises = Stage("checking promises")
  /// What of a page does not depend on the cells is made while they are compiled.
  public static let preparation = Stage("preparing page")
  /// A notebook is laid out as HTML.
  public static let layout = Stage("laying out")
  /// Looking up where a page's links lead, and what it shows.
  public static let links = Stage("looking up links")
  /// Swift is coloured.
  public static let highlighting = Stage("highlighting")
  /// Formulas are set.
  public static let formulas = Stage("setting formulas")
  /// Charts are drawn.
  public static let charts = Stage("drawing charts")
  /// The script engine starts, or loads MathJax or Vega.
  public static let engine = Stage("starting engine")
  /// The script engine has other work to do first.
  public static let waitingForEngine = Stage("waiting for engine")
  /// The template is read or filled.
  public static let template = Stage("template")
  /// Images and scripts are put beside the page.
  public static let assets = Stage("copying assets")
  /// The page is written.
  public static let writing = Stage("writing page")
}
