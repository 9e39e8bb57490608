import Documents
import Files
import NotebookHTML
import NotebookSyntax
import ResultStore
import Synchronization

/// The pages that lie together, as links from one to another need to know them.
final class PageSite: Sendable {
  /// A notebook of the site.
  struct Entry: Sendable {
    var input: NotebookInput
    /// Whether its page is made with the others.
    var isMade: Bool
    /// Whether that is so, or else the page is there.
    var hasPage: Bool
  }

  let outputFolder: String
  let files: FileLook
  /// What other projects have names for.
  let inventories = InventoryShelf()
  private let made: [NotebookInput]
  private let others: [NotebookInput]
  /// The courses among them.
  let courses: CourseSite
  private let use: StoreUse?

  private struct Index: Sendable {
    var byFile: [PathKey: Entry] = [:]
    var byPage: [PathKey: Entry] = [:]
  }

  private let index = Mutex<Index?>(nil)
  private let anchors = Mutex<[PathKey: Set<String>]>([:])
  private let placed = Mutex<Set<PlacedFile>>([])

  /// - Parameters:
  ///   - made: the notebooks whose pages are made together.
  ///   - others: those beside them.
  ///   - courses: the courses among them.
  ///   - outputFolder: where the pages go.
  ///   - use: where it is kept what links can lead to.
  ///   - files: how files are read and looked for.
  init(
    _ made: [NotebookInput],
    others: [NotebookInput] = [],
    _ courses: CourseSite = CourseSite(Courses(), files: FileView()),
    outputFolder: String,
    _ use: StoreUse? = nil,
    files: FileView = FileView()
  ) {
    self.files = FileLook(files)
    self.outputFolder = outputFolder
    self.courses = courses
    self.use = use
    self.made = made
    self.others = others
  }

  /// Whether a file was put among the pages in this run.
  func isPlaced(_ file: PlacedFile) -> Bool { placed.withLock { $0.contains(file) } }

  /// Remembers that a file was put among the pages.
  func notePlaced(_ file: PlacedFile) { placed.withLock { _ = $0.insert(file) } }

  /// The notebook that a file is.
  func entry(ofFile path: String) -> Entry? { read().byFile[PathKey(real: path)] }

  /// The notebook whose page has a path below the output folder.
  func entry(ofPage page: String) -> Entry? { read().byPage[PathKey(page)] }

  /// Whether a page is made that no notebook is behind.
  func makesPage(_ page: String) -> Bool { courses.makes(page) }

  /// Whether the page of a notebook is made with the others, or is there.
  /// - Parameter files: notes what was looked for.
  func hasPage(_ page: String, _ files: FileView) -> Bool {
    guard let entry = entry(ofPage: page) else { return false }
    note(entry, in: files)
    return entry.hasPage
  }

  /// Notes that it counts whether the page of a notebook is there.
  func note(_ entry: Entry, in files: FileView) {
    if !entry.isMade { files.note("\(outputFolder)/\(entry.input.page)", .presence) }
  }

  private func read() -> Index {
    index.withLock { known in
      if let known { return known }
      var index = Index()
      func add(_ input: NotebookInput, isMade: Bool) {
        let key = PathKey(input.page)
        guard index.byPage[key] == nil else { return }
        let hasPage = isMade || FileStatus.isThere("\(outputFolder)/\(input.page)")
        let entry = Entry(input: input, isMade: isMade, hasPage: hasPage)
        index.byPage[key] = entry
        index.byFile[PathKey(real: input.path)] = entry
      }
      for input in made { add(input, isMade: true) }
      for input in others { add(input, isMade: false) }
      known = index
      return index
    }
  }

  /// The names by which links can lead to a place of a notebook's page.
  func anchors(of input: NotebookInput) -> Set<String> {
    let path = PathKey(input.path)
    if let known = anchors.withLock({ $0[path] }) { return known }
    let found = read(input)
    anchors.withLock { $0[path] = found }
    return found
  }

  private func read(_ input: NotebookInput) -> Set<String> {
    guard let source = files.view.source(of: input) else { return [] }
    let memo = Memo<[String]>(reading: "anchors", of: source, under: input.project, in: use)
    return Set(
      memo.resultWithoutTools {
        let notebook = NotebookParser.parse(
          source,
          defaults: input.project?.defaults,
          isLabelledElsewhere: { _ in true }
        )
        // In order, so that the entry is the same each time.
        return PageRenderer().anchors(of: notebook).sorted()
      }
    )
  }
}

extension Memo where Value: Codable {
  /// Something that is read out of a notebook and depends on its text alone, as JSON.
  init(
    reading what: String,
    of source: SourceText,
    at path: String? = nil,
    under project: ProjectFile?,
    in use: StoreUse?
  ) {
    let kind = ResultKind(what, version: 1)
    self.init(reading: kind, of: source, at: path, under: project, in: use, .json)
  }
}

extension Memo {
  /// Something that is read out of a notebook and depends on its text alone. It is not kept where the
  /// program that reads it may be changing.
  init(
    reading kind: ResultKind,
    of source: SourceText,
    at path: String?,
    under project: ProjectFile?,
    in use: StoreUse?,
    _ coding: ResultCoding<Value>
  ) {
    self.init(kind, in: use, coding) {
      guard let program = ThisProgram.stamp, program.isSettled else { return nil }
      var parts = KeyParts(kind: kind)
      parts.add(.program, program.text)
      parts.add(.notebook, bytes: source.bytes)
      if let path { parts.add(.path, path) }
      if let project { parts.add(.project, bytes: project.source.bytes) }
      return parts
    }
  }
}
