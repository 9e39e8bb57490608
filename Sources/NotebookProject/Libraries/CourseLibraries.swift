import Documents
import Files
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
  ///   - use: where it is kept what is read out of sources.
  ///   - files: how they are read.
  init(of project: ProjectFile, prefix: String, _ use: StoreUse?, in files: FileView) {
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
          anchors: Self.names(in: module, sources, use)
        )
      }
    }
  }

  /// The page of a module, from the course's folder on.
  static func page(of module: String) -> String { "\(folder)/\(module).html" }

  /// To parse all sources takes longer than to make a page.
  private static func names(
    in module: String,
    _ sources: [SourceText],
    _ use: StoreUse?
  ) -> [String: String] {
    let kind = ResultKind("declared names", version: 1)
    let memo = Memo<[String: String]>(kind, in: use, .json) {
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
