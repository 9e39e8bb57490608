import ResultStore

/// The compiled libraries that a notebook can import.
///
/// Each module is named to the compiler by its own file, not by a folder to search: two builds may
/// hold different modules of one name, and what is type-checked must be what is linked.
public struct NotebookLibraries: Sendable, Equatable {
  /// One module: what the compiler needs to import it, and the linker to link it.
  public struct Module: Sendable, Hashable, Codable {
    /// What it is made from, where that is known without its files.
    var key: StoreKey?
    /// The compiled module (`.swiftmodule`); `nil` for a module of C.
    public var file: String?
    /// Its object files.
    public var objects: [String]
    /// The modules that it needs itself.
    public var dependencies: [String]
    /// Further arguments of a program that imports it, such as module maps and macros; each is an
    /// option with its values.
    public var importArguments: [[String]]
    /// Further arguments of a program that links it, such as `-lm`; each is an option with its values.
    public var linkArguments: [[String]]
    /// The folders of what it reads when it runs, its resources.
    public var resources: [String] = []
    /// Its source files, as far as they are known.
    public var sources: [String] = []
    /// Whether a program can import it; a target of C without a module map is only linked.
    public var isImportable: Bool

    // The key belongs to libraries for notebooks, of which nothing is written down.
    private enum CodingKeys: String, CodingKey {
      case file, objects, dependencies, importArguments, linkArguments, resources, sources
      case isImportable
    }

    /// - Parameters:
    ///   - file: the compiled module.
    ///   - objects: its object files.
    ///   - dependencies: the modules that it needs itself.
    ///   - importArguments: further arguments of a program that imports it.
    ///   - linkArguments: further arguments of a program that links it.
    ///   - isImportable: whether a program can import it.
    public init(
      file: String? = nil,
      objects: [String] = [],
      dependencies: [String] = [],
      importArguments: [[String]] = [],
      linkArguments: [[String]] = [],
      isImportable: Bool = true
    ) {
      self.file = file
      self.objects = objects
      self.dependencies = dependencies
      self.importArguments = importArguments
      self.linkArguments = linkArguments
      self.isImportable = isImportable
    }

    /// A library whose files may not be there yet.
    init(key: StoreKey, file: String, objects: [String], dependencies: [String]) {
      self.init(file: file, objects: objects, dependencies: dependencies)
      self.key = key
    }
  }

  /// The modules by their names.
  public var modules: [String: Module]

  /// - Parameter modules: the modules by their names.
  public init(modules: [String: Module]) {
    self.modules = modules
  }

  /// The names of all modules that can be imported.
  public var names: Set<String> { Set(modules.filter(\.value.isImportable).keys) }

  /// These libraries and others; for a name that both have, these.
  public func merging(_ other: NotebookLibraries) -> NotebookLibraries {
    NotebookLibraries(modules: modules.merging(other.modules) { own, _ in own })
  }

  /// The arguments that let a program import some modules, and link them.
  func arguments(importing imported: Set<String>) -> [String] {
    let needed = modules(neededBy: imported)
    return importArguments(of: needed)
      + needed.flatMap(\.module.objects)
      + Self.once(needed.flatMap(\.module.linkArguments))
  }

  /// The arguments that let the compiler look at a program which imports some modules.
  func importArguments(importing imported: Set<String>) -> [String] {
    importArguments(of: modules(neededBy: imported))
  }

  private func importArguments(of needed: [(name: String, module: Module)]) -> [String] {
    let files = needed.compactMap { name, module in
      module.file.map { ["-Xfrontend", "-swift-module-file=\(name)=\($0)"] }
    }
    return Self.once(files + needed.flatMap(\.module.importArguments))
  }

  /// The modules that a program links, by name: those that it imports, what they need, and what every
  /// program needs.
  func modules(neededBy imported: Set<String>) -> [(name: String, module: Module)] {
    var needed: [String: Module] = [:]
    var open = imported.union(["NotebookDisplay"])
    while let name = open.popFirst() {
      guard needed[name] == nil, let module = modules[name] else { continue }
      needed[name] = module
      open.formUnion(module.dependencies)
    }
    return needed.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether there are others than those for notebooks, which are a package's.
  var hasOthers: Bool { !names.isSubset(of: OwnLibraries.names) }

  /// What a notebook can import, in a sentence's words: the own libraries first.
  var listing: String {
    let own = OwnLibraries.names.filter(names.contains)
    let others = names.subtracting(own).filter { !$0.hasPrefix("_") }.sorted()
    let shown = own + others.prefix(12) + (others.count > 12 ? ["…"] : [])
    return shown.joined(separator: ", ")
  }

  private static func once(_ options: [[String]]) -> [String] {
    var seen: Set<[String]> = []
    return options.filter { seen.insert($0).inserted }.flatMap { $0 }
  }
}
