import ResultStore

/// What determines what is known of compilers and of modules, and what they made. That is not explained
/// by itself: what is made with it has a part for all of it.
extension PartName {
  /// A program's whole source.
  static let source = PartName("source", .sentence("its source changed"))
  /// The sources of a module.
  static let sources = PartName("sources", .sentence("its sources changed"))
  /// How a module is linked.
  static let link = PartName("link", .sentence("how it is linked changed"))
  /// The stamps of a module's files.
  static let files = PartName("files", .sentence("its files changed"))
  /// The files of a module, in their order.
  static let moduleFile = PartName("file", .listed { "file \($0)" })
  /// The libraries that a library imports, in their order.
  static let library = PartName("library", .listed { "library \($0)" })
  /// What the processor can do.
  static let processor = PartName("processor", .sentence("the processor changed"))
  /// Where the system's libraries lie.
  static let system = PartName("system", .sentence("the SDK changed"))
  /// All modules that are imported.
  static let modules = PartName("modules", .sentence("the imported modules changed"))
}
