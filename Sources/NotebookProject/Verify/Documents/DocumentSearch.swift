import Documents
import Files
import NotebookPrograms

/// The files whose promises are checked: Markdown, and Swift sources with examples in their comments.
struct DocumentSearch {
  private let modules: PackageModules
  private let sources: FileView
  private let projects: ProjectFinder

  /// - Parameters:
  ///   - modules: tells which sources a package documents.
  ///   - projects: finds the project files, which may leave documents out of a folder.
  ///   - sources: how files are looked for.
  init(_ modules: PackageModules, _ projects: ProjectFinder, _ sources: FileView) {
    self.modules = modules
    self.projects = projects
    self.sources = sources
  }

  /// What paths name.
  struct Found {
    var files: [String] = []
    var faults: [InputFault] = []
    /// What there is to say about what was left out.
    var notes: [Diagnostic] = []
  }

  /// The files that paths name, in order, each once; a folder gives those in it. Of the sources in a
  /// package a folder gives those of modules that can be imported: tests document nothing.
  func find(_ paths: [String]) -> Found {
    var found = Found()
    var seen: Set<PathKey> = []
    var drafts: [String] = []
    for path in paths {
      do throws(InputFault) {
        guard try sources.isFolder(path) else {
          if seen.insert(PathKey(real: path)).inserted { found.files.append(path) }
          continue
        }
        let listing = FolderListing(
          of: path,
          in: sources,
          isDocument: DocumentForm.isDocument
        )
        let documents = listing.files.map(\.path.withoutCurrentFolder)
          .filter { isDocument($0, in: path) }
        let message =
          listing.files.isEmpty
          ? "there is no Markdown in this folder; a document's name ends in .md"
          : "there is no Markdown in this folder, and no example in the comments of its sources"
        let fault = documents.isEmpty ? listing.emptiness(message) : nil
        found.faults += listing.faults + (fault.map { [$0] } ?? [])
        found.notes += listing.notes
        drafts += listing.drafts.map(\.path)
        found.files += documents.filter { seen.insert(PathKey(real: $0)).inserted }
      } catch {
        found.faults.append(error)
      }
    }
    found.notes += drafts.filter { seen.insert(PathKey(real: $0)).inserted }
      .map(FolderListing.note(onDraft:))
    return found
  }

  /// What there is to say of the paths in a project file.
  func unmatchedPaths(in project: ProjectFile) -> [Diagnostic] {
    guard !project.verifyRules.isEmpty else { return [] }
    let listing = FolderListing(
      of: project.folder,
      in: sources,
      isDocument: DocumentForm.isDocument
    )
    return project.unmatchedPaths(among: (listing.files + listing.drafts).map(\.inner))
  }

  /// Whether there may be something to check in a file of a folder.
  private func isDocument(_ path: String, in folder: String) -> Bool {
    // What a file around leaves out, one within cannot bring back: it may be there to be tested.
    let projects = projects.projects(ofFile: path, in: folder)
    guard projects.allSatisfy({ $0.verifyRule(forFile: path).isChecked != false }) else {
      return false
    }
    switch DocumentForm(path) {
    case .notebook: return MarkdownFiles.isMarkdown(path)
    case .article, .code: return true
    case .source:
      guard sources.contents(of: path).map(ExampleSearch.mayHoldExamples) ?? true else {
        return false
      }
      return modules.package(around: path) == nil
        || modules.module(ofFile: path)?.canBeImported == true
    }
  }
}
