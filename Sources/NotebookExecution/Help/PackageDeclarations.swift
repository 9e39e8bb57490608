import Files
import Foundation
import NotebookPrograms

/// The public names of a package's libraries, read in its sources: it need not be built for that.
struct PackageDeclarations {
  /// The modules by name, each with the folder of its sources.
  private let folders: [String: String]

  /// - Parameter folder: the folder that holds `Package.swift`.
  init?(of folder: String) {
    guard let text = WholeFile.text(of: "\(folder)/Package.swift") else { return nil }
    let manifest = PackageManifest(text)
    var folders: [String: String] = [:]
    for target in manifest.exportedTargets {
      let places =
        manifest.paths[target].map { [$0] }
        ?? ["Sources", "Source", "src", "srcs"].map { "\($0)/\(target)" }
      let place = places.map { "\(folder)/\($0)" }.first(where: FileStatus.isThere)
      folders[target.replacing("-", with: "_")] = place
    }
    self.folders = folders
  }

  /// The names of its modules.
  var modules: [String] { folders.keys.sorted() }

  /// The modules that declare a name for others.
  func modules(with name: String) -> [String] {
    modules.filter { module in
      folders[module].map { Self.sources(in: $0) }?.contains { Self.declares(name, in: $0) }
        ?? false
    }
  }

  /// Whether some of its modules may declare a name within a type, told by their words.
  func declareMember(_ name: String, in modules: Set<String>) -> Bool {
    let texts = ["func", "var", "let", "case"].map { "\($0) \(name)" }
    return modules.compactMap { folders[$0] }.flatMap { Self.sources(in: $0) }.contains { file in
      WholeFile.text(of: file).map { text in texts.contains { text.contains($0) } } ?? false
    }
  }

  /// All names that some of its modules declare for others.
  func names(in modules: Set<String>) -> Set<String> {
    let files = modules.compactMap { folders[$0] }.flatMap { Self.sources(in: $0) }
    return Set(files.compactMap { WholeFile.text(of: $0) }.flatMap(PublicNames.all))
  }

  /// So many files are read at most.
  private static let most = 2000

  private static func sources(in folder: String) -> [String] {
    FileTree.content(of: folder, hidden: true).map(\.path).filter { $0.hasSuffix(".swift") }
      .prefix(most).map { $0 }
  }

  private static func declares(_ name: String, in file: String) -> Bool {
    guard let text = WholeFile.text(of: file) else { return false }
    return PublicNames.isDeclared(name, in: text)
  }
}
