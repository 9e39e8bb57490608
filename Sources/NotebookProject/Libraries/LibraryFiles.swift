import Documents
import Files
import LibrarySources
import NotebookExecution

/// The sources of the libraries that a course documents: those of the package around it, and else those that travel
/// with this program.
struct LibraryFiles: Sendable {
  private let project: ProjectFile
  private let package: String?
  private let layout: PackageLayout?
  private let files: FileView

  /// - Parameter files: how the sources are looked for and read.
  init(_ project: ProjectFile, in files: FileView) {
    self.project = project
    self.files = files
    package = SwiftPackage.around(project.path)
    layout = package.flatMap { PackageLayout(of: $0, in: files) }
  }

  /// The sources of a module, in order; `nil` where there is none of that name.
  func sources(of module: String) -> [SourceText]? {
    if let folders = layout?.folders(ofModule: module), !folders.isEmpty {
      let paths = folders.flatMap { swiftFiles(in: $0, depth: 0) }
      let sources = paths.compactMap { files.source(at: $0.withoutCurrentFolder) }
      if !sources.isEmpty { return sources }
    }
    return LibrarySource.all.first { $0.name == module }.map { library in
      library.files.map { file in
        let name = "\(module)-\(file.name.replacing("/", with: "-"))"
        return SourceText(path: Paths.join(project.folder, name), text: file.text)
      }
    }
  }

  /// The names of all modules that can be asked for.
  var modules: [String] {
    Array(layout?.libraries ?? []).sorted() + LibrarySource.all.map(\.name)
  }

  /// What is said of modules that are named and not found.
  var faults: [Diagnostic] {
    project.libraries.filter { sources(of: $0.text) == nil }.map { name in
      Diagnostic(
        .error,
        .projectFile,
        "there is no module '\(name.text)' to document",
        help: nearestName(to: name.text, in: modules).map { "did you mean '\($0)'?" }
          ?? "a module is one of the Swift package around \(ProjectFile.name), or of this program's own: "
          + LibrarySource.all.map(\.name).joined(separator: ", "),
        in: project.source,
        at: name.range
      )
    }
  }

  private func swiftFiles(in folder: String, depth: Int) -> [String] {
    guard depth < 32, let names = try? files.names(in: folder) else { return [] }
    return names.names.filter { !$0.hasPrefix(".") && !$0.hasSuffix(".docc") }.sorted()
      .flatMap { name -> [String] in
        let path = Paths.join(folder, name)
        if name.hasSuffix(".swift") { return [path] }
        return files.item(at: path)?.isFolder == true ? swiftFiles(in: path, depth: depth + 1) : []
      }
  }
}
