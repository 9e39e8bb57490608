import Documents
import Yams

/// Front matter for all notebooks of a folder, above which each notebook's own stands.
public struct FrontMatterDefaults: Sendable {
  /// The project file that holds it.
  public let source: SourceText
  /// What is wrong with it.
  public let diagnostics: [Diagnostic]
  let frontMatter: FrontMatter

  /// The keys that say something about one notebook.
  private static let own: Set = ["title", "subtitle", "abstract", "draft"]

  init(_ mapping: Node.Mapping, in yaml: YAMLText) {
    source = yaml.source
    var parser = FrontMatterParser(yaml)
    for (key, value) in mapping {
      if let name = key.string, Self.own.contains(name) {
        parser.report(
          "'\(name)' is each notebook's own",
          help: "write it into the front matter of the notebook that it is about",
          parser.yaml.range(ofText: key)
        )
      } else if let name = key.string, PagePermissions.keys.contains(name) {
        parser.report(
          "'\(name)' is no front matter that all notebooks could have",
          help: "write it beside 'defaults:', where it holds for all pages",
          parser.yaml.range(ofText: key)
        )
      } else {
        parser.read(key, value)
      }
    }
    var defaults = parser.frontMatter
    defaults.defaults = yaml.source
    defaults.swiftFlagsRange = nil
    for index in defaults.symbols.indices { defaults.symbols[index].isDefault = true }
    for index in defaults.macros.indices { defaults.macros[index].isDefault = true }
    for index in defaults.bibliography.indices { defaults.bibliography[index].isDefault = true }
    for index in defaults.inputs.indices { defaults.inputs[index].isDefault = true }
    frontMatter = defaults
    diagnostics = parser.diagnostics
  }

  /// The front matter with which a document begins: its paths lead from there to the same files.
  func frontMatter(for document: SourceText) -> FrontMatter {
    let way = Self.way(from: document.path, to: source.path)
    func moved(_ paths: [FrontMatter.Path]) -> [FrontMatter.Path] {
      guard !way.isEmpty else { return paths }
      return paths.map { path in
        var moved = path
        if !path.path.hasPrefix("/") { moved.path = way + path.path }
        return moved
      }
    }
    var own = frontMatter
    own.bibliography = moved(own.bibliography)
    own.inputs = moved(own.inputs)
    return own
  }

  /// From a document's folder to the folder of the project file, which it lies below.
  private static func way(from document: String, to file: String) -> String {
    func folder(_ path: String) -> [Substring] {
      path.split(separator: "/").dropLast().filter { $0 != "." }
    }
    let (here, there) = (folder(document), folder(file))
    let shared = zip(here, there).prefix { $0 == $1 }.count
    let names = here.dropFirst(shared).map { _ in ".." } + there.dropFirst(shared)
    return names.map { $0 + "/" }.joined()
  }
}

extension Notebook {
  /// The file in which a path of the front matter stands: the document, or the project file.
  public func source(of path: FrontMatter.Path) -> SourceText {
    path.isDefault ? frontMatter.defaults ?? source : source
  }

  /// The file in which a macro stands: the document, or the project file.
  public func source(of macro: FrontMatter.Macro) -> SourceText {
    macro.isDefault ? frontMatter.defaults ?? source : source
  }
}
