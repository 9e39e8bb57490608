import Documents
import Files
import NotebookSyntax

/// The documents in a folder and those within it, by name.
///
/// What is hidden is left out, the pages of a course that were made into a folder, what others have put there (`node_modules` and its like), what git
/// ignores, and drafts: all of that is found only where it is named.
struct FolderListing: Sendable {
  /// A document.
  struct File: Sendable {
    var path: String
    /// The path below the folder.
    var inner: String
  }

  private(set) var files: [File] = []
  private(set) var drafts: [File] = []
  /// The folders that were looked into, each of which may hold documents, now or later.
  private(set) var folders: [String] = []
  /// The files that say what git ignores.
  private(set) var rules: [String] = []
  /// What may be a document, and is none.
  private(set) var faults: [InputFault] = []
  /// What there is to say about what was left out.
  private(set) var notes: [Diagnostic] = []

  let root: String
  private let excluded: PathKey?
  private let isDocument: @Sendable (String) -> Bool
  private var ignored = IgnoredPaths()
  /// Takes no notes: what is ignored in the end does not count.
  private let view: FileView
  /// How many names may still be looked at.
  private var room: Int

  /// - Parameters:
  ///   - root: the folder.
  ///   - view: how it is looked into.
  ///   - excluded: a folder that holds no documents.
  ///   - limit: how many names are looked at; where there are more, the rest is left out.
  ///   - isDocument: tells documents by their names.
  init(
    of root: String,
    in view: FileView,
    besides excluded: String? = nil,
    limit: Int = .max,
    isDocument: @escaping @Sendable (String) -> Bool = MarkdownFiles.isMarkdown
  ) {
    self.root = root
    self.isDocument = isDocument
    self.view = view.quiet
    self.excluded = excluded.map { PathKey(real: $0) }
    room = limit
    // What git ignores is on the disk.
    if view.showsDisk { ignored = IgnoredPaths(below: root) }
    visit("", within: [])
    // Rules without a repository: a folder that was copied out of one.
    if view.showsDisk, !ignored.isComplete, !rules.isEmpty {
      ignored = IgnoredPaths(below: root, isOutsideRepository: true)
      files.removeAll { ignored.contains($0.inner) }
      folders.removeAll { ignored.contains(String($0.dropFirst(root.count).drop { $0 == "/" })) }
    }
    if !rules.isEmpty, let fault = ignored.fault {
      notes.append(
        Diagnostic(
          .warning,
          .noGit,
          "what git ignores is not left out, as \(fault)",
          help: "install git, or name what is wanted",
          path: root
        )
      )
    }
    for folder in folders { view.note(folder, .names) }
    for rule in rules { view.note(rule, .content) }
    let isDraft = Dictionary(grouping: files) { Draft.isOne($0.path, in: view) }
    drafts = isDraft[true, default: []]
    files = isDraft[false, default: []]
  }

  /// The listing without pages in Markdown that were made of notebooks and lie among them.
  func withoutMadePages(in view: FileView) -> FolderListing {
    var listing = self
    listing.files.removeAll { MadeMarkdown.isOne($0.path, in: view) }
    return listing
  }

  /// Folders in which package managers and builds put what others wrote.
  private static let foreign: Set = ["node_modules", "Pods", "Carthage", "vendor", ".build"]

  /// Whether a folder of such names is one that the pages of a course were made into: what lies there was made of
  /// documents, or is a copy of one. Where the pages lie beside their notebooks, the project file does, too.
  private static func holdsPages(_ names: [String]) -> Bool {
    names.contains(PageList.name) && !names.contains(ProjectFile.name)
  }

  /// Looks into a folder, and not again into one that it lies in, to which a link may lead.
  private mutating func visit(_ below: String, within outer: Set<PathKey>) {
    let here = below.isEmpty ? root : Paths.join(root, below)
    let content: FolderNames
    do throws(SystemFault) {
      content = try view.names(in: here)
    } catch {
      faults.append(.closedFolder(here, error))
      return
    }
    if !below.isEmpty, Self.holdsPages(content.names) { return }
    folders.append(here)
    for (name, isFolder) in content.unreadable where !name.hasPrefix(".") {
      add(unreadable: name, isFolder: isFolder, in: here)
    }
    let within = outer.union([PathKey(real: here)])
    for name in content.names {
      guard room > 0 else { return }
      room -= 1
      let path = Paths.join(here, name)
      if name == ".gitignore" { rules.append(path) }
      guard !name.hasPrefix("."), !Self.foreign.contains(name) else { continue }
      let inner = below.isEmpty ? name : below + "/" + name
      guard !ignored.contains(inner) else { continue }
      guard let item = view.item(at: path) else {
        if isDocument(name) { add(dangling: path) }
        continue
      }
      if item.isFolder {
        let real = PathKey(real: path)
        if real != excluded, !within.contains(real) { visit(inner, within: within) }
      } else if isDocument(name) {
        files.append(File(path: path, inner: inner))
      }
    }
  }

  /// A name that cannot be written down cannot name a page, nor stand in a report.
  private mutating func add(unreadable name: String, isFolder: Bool, in folder: String) {
    let path = Paths.join(folder, name)
    let text = "this name is not UTF-8, so that what it names is passed over; rename it"
    if isDocument(name) {
      faults.append(InputFault(status: .inputOutput, message: "\(path): error: \(text)"))
    } else if isFolder {
      notes.append(Diagnostic(.warning, .notUTF8Name, text, path: path))
    }
  }

  private mutating func add(dangling path: String) {
    faults.append(
      InputFault(status: .noInput, message: "\(path): error: this link leads to no file")
    )
  }
}

extension InputFault {
  fileprivate static func closedFolder(_ path: String, _ fault: SystemFault) -> InputFault {
    InputFault(
      status: .inputOutput,
      message: "\(path): error: the folder cannot be looked into: \(fault.reason)"
    )
  }
}
