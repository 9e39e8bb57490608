import Documents
import Files
import Synchronization

/// Finds the project file that is about a document: the one in the nearest folder upwards, up to the root
/// of the repository.
///
/// One that only says how documents are checked is none where pages are made: a package whose examples are
/// verified is no course by that, and a course holds for the folders in it that have rules of their own.
final class ProjectFinder: Sendable {
  /// What is done with the documents.
  enum Purpose: Sendable { case pages, checks }

  private let files: FileView
  private let purpose: Purpose
  private let known = Mutex<[PathKey: ProjectFile?]>([:])

  /// - Parameters:
  ///   - files: how folders are looked into, which notes that a project file was looked for.
  ///   - purpose: what is done with the documents.
  init(_ files: FileView, for purpose: Purpose = .checks) {
    self.files = files
    self.purpose = purpose
  }

  /// The project of a document, or of a folder.
  func project(of path: String) -> ProjectFile? {
    let isFolder = (try? files.isFolder(path)) == true
    return isFolder ? project(inFolder: path) : project(ofFile: path)
  }

  /// The project of a document.
  func project(ofFile path: String) -> ProjectFile? { project(inFolder: Self.folder(of: path)) }

  /// The project of a document, and those around that, up to the one of a folder that holds it.
  func projects(ofFile path: String, in folder: String) -> [ProjectFile] {
    let last = project(inFolder: folder).map { PathKey($0.path) }
    var all: [ProjectFile] = []
    var next = project(ofFile: path)
    while let project = next {
      all.append(project)
      guard PathKey(project.path) != last else { break }
      next = Self.folder(above: project.folder).flatMap(project(inFolder:))
    }
    return all
  }

  /// The projects of documents, each once.
  func projects(of documents: [String]) -> [ProjectFile] {
    var seen: Set<PathKey> = []
    return documents.compactMap(project(ofFile:)).filter { seen.insert(PathKey($0.path)).inserted }
  }

  /// Where paths lie as a whole: each that is under a project file, in its folder.
  func roots(of paths: [String]) -> [String] {
    var seen: Set<PathKey> = []
    let roots = paths.map { project(of: $0)?.folder ?? $0 }
    return roots == paths ? paths : roots.filter { seen.insert(PathKey(real: $0)).inserted }
  }

  /// The folder that a file lies in.
  private static func folder(of path: String) -> String {
    let folder = Paths.path("", beside: path)
    guard !folder.isEmpty else { return "." }
    return folder.count > 1 ? String(folder.dropLast()) : folder
  }

  private func project(inFolder folder: String) -> ProjectFile? {
    if let found = known.withLock({ $0[PathKey(folder)] }) { return found }
    let found = read(folder)
    known.withLock { $0[PathKey(folder)] = .some(found) }
    return found
  }

  private func read(_ folder: String) -> ProjectFile? {
    if let file = file(in: folder), purpose == .checks || !file.isAboutChecksAlone { return file }
    // Nobody expects that a file beyond the repository counts in it.
    guard files.item(at: Paths.join(folder, ".git")) == nil else { return nil }
    return Self.folder(above: folder).flatMap(project(inFolder:))
  }

  private func file(in folder: String) -> ProjectFile? {
    let path = folder == "." ? ProjectFile.name : Paths.join(folder, ProjectFile.name)
    guard let item = files.item(at: path), !item.isFolder else { return nil }
    if let source = files.source(at: path) { return ProjectFile(source, in: folder) }
    var unreadable = ProjectFile(SourceText(path: path, bytes: []), in: folder)
    unreadable.diagnostics = [
      Diagnostic(.error, .cannotRead, "the project file cannot be read", path: path)
    ]
    return unreadable
  }

  /// The folder in which a folder lies; `nil` for the root.
  private static func folder(above folder: String) -> String? {
    let names = RelativePath.names(folder)
    if folder.hasPrefix("/") {
      return names.isEmpty ? nil : "/" + names.dropLast().joined(separator: "/")
    }
    guard let last = names.last, last != ".." else {
      if RelativePath.names(PathKey.realPath(folder)).isEmpty { return nil }
      return (names + [".."]).joined(separator: "/")
    }
    return names.count == 1 ? "." : names.dropLast().joined(separator: "/")
  }
}
