import Documents
import Files
import NotebookExecution
import NotebookHTML
import ResultStore

/// What the pages of a course know of the libraries that it documents: their names, and where they are.
struct CourseLibraries: Sendable {
  /// The folder of their pages, from the course's folder on.
  static let folder = "api"

  let all: [DeclarationLinks.Library]

  /// No library is documented.
  init() { all = [] }

  /// - Parameters:
  ///   - prefix: what stands before the addresses of the course's pages.
  ///   - files: how sources are read.
  init(of project: ProjectFile, prefix: String, in files: FileView) {
    guard !project.libraries.isEmpty else {
      all = []
      return
    }
    let sources = LibraryFiles(project, in: files)
    all = project.libraries.map(\.text).compactMap { module in
      sources.sources(of: module).map { sources in
        DeclarationLinks.Library(
          module: module,
          address: prefix + Self.page(of: module),
          anchors: Self.names(in: module, sources)
        )
      }
    }
  }

  /// The page of a module, from the course's folder on.
  static func page(of module: String) -> String { "\(folder)/\(module).html" }

  /// To parse all sources takes longer than to make a page, and they are the same for all stores of results.
  private static func names(in module: String, _ sources: [SourceText]) -> [String: String] {
    let kind = ResultKind("declared names", version: 1)
    let memo = Memo<[String: String]>(kind, in: ToolCache.results, .json) {
      guard let program = ThisProgram.stamp else { return nil }
      var parts = KeyParts(kind: kind)
      parts.add(.program, program)
      for source in sources { parts.add(.file[source.path], bytes: source.bytes) }
      return parts
    }
    return memo.resultWithoutTools { LibraryReference(module, sources).names }
  }

  /// Tells what pages show of them from any other.
  var texts: [String] { all.flatMap(\.texts) }
}

extension DeclarationLinks.Library {
  /// Tells it from any other.
  var texts: [String] {
    [module, address] + anchors.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
  }
}
