import ResultStore

/// What determines how a page's formulas are set and its charts drawn.
extension PartName {
  static let engine = PartName("engine", .sentence("the engine that sets it changed"))
  static let prefix = PartName("prefix", .sentence("the page's place changed"))
  static let references = PartName("references", .sentence("what formulas refer to changed"))
  static let macros = PartName("macros", .sentence("the macros changed"))
  static let chapter = PartName("chapter", .sentence("the number of the chapter changed"))
  static let formula = PartName(
    "formula",
    .counted { $0 == 1 ? "a formula changed" : "\($0) formulas changed" },
    bringing: [numbers]
  )
  static let numbers = PartName("numbers", .sentence("the formulas' numbers changed"))
  static let specification = PartName("specification", .sentence("what its cell shows changed"))
}

/// What determines how one formula is set, and how equations are numbered.
extension PartName {
  static let definitions = PartName(
    "definitions",
    .sentence("what formulas before it define changed")
  )
  /// All other formulas of the page, for one that does not stand for itself.
  package static let otherFormulas = PartName(
    "other formulas",
    .sentence("it numbers, refers or defines, and another formula or label changed")
  )
  static let tex = PartName("tex", .sentence("it is new or changed"))
  static let style = PartName("style", .sentence("where it stands changed"))
  static let formulas = PartName("formulas", .sentence("the formulas changed"))
  /// The definitions before one.
  static let before = PartName("before", .sentence("what is defined before it changed"))
  static let definition = PartName("definition", .sentence("the definition changed"))
}

/// What formulas are set and charts are drawn by.
extension PartName {
  static let assets = PartName("assets", .sentence("the folder of the scripts changed"))
  static let files = PartName("files", .sentence("the files of the scripts changed"))
  static let library = PartName("library", .sentence("MathJax or Vega changed"))
  static let glue = PartName("glue", .sentence("what drives MathJax or Vega changed"))
}

extension ResultKind {
  /// All formulas of a page: raised whenever the same formula would be set otherwise, besides what the
  /// scripts say.
  package static let formulas = ResultKind(
    "formulas",
    version: 3,
    parts: [.engine, .prefix, .references, .macros, .chapter, .formula, .numbers]
  )
  package static let chart = ResultKind(
    "chart",
    version: 2,
    parts: [.engine, .specification, .prefix]
  )
}
