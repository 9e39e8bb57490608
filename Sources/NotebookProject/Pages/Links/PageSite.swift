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
  }

  let outputFolder: String
  let files: FileLook
  /// What other projects have names for.
  let inventories = InventoryShelf()
  /// The courses among them.
  let courses: CourseSite
  private let use: StoreUse?
  private let index: SiteIndex
  private let pages = Mutex<[PathKey: Bool]>([:])
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
    index = SiteIndex(made, others: others)
  }

  private init(like other: PageSite, files: FileView) {
    self.files = FileLook(files)
    outputFolder = other.outputFolder
    courses = other.courses
    use = other.use
    index = other.index
  }

  /// The same notebooks, whose files are looked at anew.
  func renewed(_ files: FileView) -> PageSite { PageSite(like: self, files: files) }

  /// Whether a file was put among the pages in this run.
  func isPlaced(_ file: PlacedFile) -> Bool { placed.withLock { $0.contains(file) } }

  /// Remembers that a file was put among the pages.
  func notePlaced(_ file: PlacedFile) { placed.withLock { _ = $0.insert(file) } }

  /// The notebook that a file is.
  func entry(ofFile path: String) -> Entry? { index.entry(ofFile: path) }

  /// The notebook whose page has a path below the output folder.
  func entry(ofPage page: String) -> Entry? { index.entry(ofPage: page) }

  /// Whether a page is made that no notebook is behind.
  func makesPage(_ page: String) -> Bool { courses.makes(page) }

  /// Whether the page of a notebook is made with the others, or is there.
  /// - Parameter files: notes what was looked for.
  func hasPage(_ page: String, _ files: FileView) -> Bool {
    guard let entry = entry(ofPage: page) else { return false }
    note(entry, in: files)
    return hasPage(entry)
  }

  /// Whether the page of a notebook is made with the others, or is there.
  func hasPage(_ entry: Entry) -> Bool {
    if entry.isMade { return true }
    let page = PathKey(entry.input.page)
    if let known = pages.withLock({ $0[page] }) { return known }
    let isThere = FileStatus.isThere("\(outputFolder)/\(entry.input.page)")
    pages.withLock { $0[page] = isThere }
    return isThere
  }

  /// Notes that it counts whether the page of a notebook is there.
  func note(_ entry: Entry, in files: FileView) {
    if !entry.isMade { files.note("\(outputFolder)/\(entry.input.page)", .presence) }
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
      guard let program = ThisProgram.stamp else { return nil }
      var parts = KeyParts(kind: kind)
      parts.add(.program, program)
      parts.add(.notebook, bytes: source.bytes)
      if let path { parts.add(.path, path) }
      if let project { parts.add(.project, bytes: project.source.bytes) }
      return parts
    }
  }
}
