import Documents
import Files
import Foundation
import NotebookSyntax
import Synchronization

/// The catalogs that articles lie in, each looked into once.
final class Catalogs: Sendable {
  private let files: FileView
  private let known = Mutex<[String: Catalog]>([:])

  /// - Parameter files: how they are looked into.
  init(_ files: FileView) { self.files = files }

  /// The catalog that an article lies in.
  func catalog(around path: String) -> Catalog {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    let index = names.firstIndex { DocumentForm.isCatalog(String($0)) } ?? 0
    let folder = names[...index].joined(separator: "/")
    if let catalog = known.withLock({ $0[folder] }) { return catalog }
    let catalog = Catalog(folder, in: files)
    known.withLock { $0[folder] = catalog }
    return catalog
  }
}

/// A DocC catalog, as far as it decides about code in its articles.
struct Catalog: Sendable {
  /// The catalog's folder.
  let folder: String
  /// Whether code that says nothing of its language is Swift.
  let readsPlainCode: Bool
  /// The names of the files in it.
  private let names: Set<String>

  /// - Parameters:
  ///   - folder: the catalog's folder.
  ///   - files: how it is looked into.
  init(_ folder: String, in files: FileView) {
    self.folder = folder
    names = Set(
      FileTree.content(of: folder).map { String($0.path.split(separator: "/").last ?? "") }
    )
    let info = files.contents(of: Paths.join(folder, "Info.plist")).flatMap { bytes in
      try? PropertyListSerialization.propertyList(from: Data(bytes), format: nil) as? [String: Any]
    }
    let language = info?["CDDefaultCodeListingLanguage"] as? String
    readsPlainCode = language?.lowercased() == "swift"
  }

  /// What is wrong with the files of code that an article shows.
  /// - Parameters:
  ///   - directives: those of the article.
  ///   - package: the folder of the package that the catalog belongs to.
  func diagnostics(
    about directives: [Directive],
    in source: SourceText,
    package: String?,
    _ files: FileView
  ) -> [Diagnostic] {
    directives.compactMap { directive in
      switch directive.name {
      case "Code":
        guard let file = directive.argument("file"), !names.contains(file.value) else { return nil }
        return missing(file, "there is no file '\(file.value)' in this catalog", source)
      case "Snippet":
        guard let path = directive.argument("path"), let package else { return nil }
        let names = path.value.split(separator: "/").drop { $0 != "Snippets" }
        let file = Paths.join(package, names.joined(separator: "/") + ".swift")
        guard names.isEmpty || files.item(at: file) == nil else { return nil }
        return missing(path, "this package has no snippet '\(path.value)'", source)
      default: return nil
      }
    }
  }

  private func missing(
    _ argument: Directive.Argument,
    _ message: String,
    _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      .error,
      .missingCode,
      message,
      help: "correct the name, or write the file",
      in: source,
      at: argument.range
    )
  }
}
