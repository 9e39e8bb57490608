import Documents
import Files
import NotebookExecution
import NotebookHTML
import NotebookSyntax

/// A folder of notebooks as it is now, and what makes their pages. Where the folder changes, it takes another.
struct LiveFolder: Sendable {
  private let selection: InputSelection
  private(set) var work: NotebookWork
  /// Why not all is as it should be.
  let faults: [InputFault]
  /// Notes what decides which notebooks there are, and what they label.
  private let files: FileView
  private let byPage: [String: NotebookInput]
  /// Its notebooks by their absolute paths.
  private let known: Set<String>
  /// When it began to be read.
  let begun = Moment.beforeChanges
  /// Those that are reached by a link of another name.
  private let links: Set<String>

  /// - Parameters:
  ///   - job: how the pages are made.
  ///   - engines: what makes them.
  init(_ job: RenderJob, by engines: PageEngines) {
    let files = job.files.remembering()
    var job = job
    var selection = InputSelection(
      paths: job.paths,
      variant: job.variant,
      outputFolder: job.outputFolder,
      files: files
    )
    // A draft is what its author wants to see.
    let drafts = selection.notes.filter { $0.kind == .draft }.map(\.path)
    if !drafts.isEmpty {
      job.paths += drafts
      selection = InputSelection(
        paths: job.paths,
        variant: job.variant,
        outputFolder: job.outputFolder,
        files: files
      )
    }
    var faults = selection.faults
    var template: SiteOptions.Template?
    do throws(InputFault) {
      template = try job.readTemplate(in: files)
    } catch {
      faults.append(error)
    }
    self.selection = selection
    self.faults = faults
    self.files = files
    work = job.work(on: selection, template, by: engines, in: files)
    // Who looks at a page has it made because something changed.
    work.pages = nil
    byPage = Dictionary(selection.whole.map { ($0.page, $0) }) { first, _ in first }
    let real = selection.whole.map { ($0.path, PathKey.realPath($0.path)) }
    known = Set(real.map(\.1))
    links = Set(real.filter { Self.name($0) != Self.name($1) }.map(\.0))
  }

  private static func name(_ path: String) -> Substring? { path.split(separator: "/").last }

  /// The notebooks, in order.
  var inputs: [NotebookInput] { selection.whole }

  /// What is wrong with project files, with their texts.
  var projectFaults: [(Diagnostic, SourceText)] { selection.courses.diagnostics }

  /// A file of the search in a course; `nil` where there is none of that name.
  /// - Parameter kept: the indices that were made since a notebook changed, by the courses' folders.
  func searchFile(_ path: String, _ kept: inout [String: [String: [UInt8]]]) -> [UInt8]? {
    for course in selection.courses.all where course.project.chapters != nil {
      let name = path.dropFirst(course.prefix.count)
      guard path.hasPrefix(course.prefix), name.hasPrefix(SearchIndex.folder) else { continue }
      let files =
        kept[course.prefix]
        ?? CourseSearch(
          course,
          work.store,
          in: work.files,
          libraries: work.site.courses.reading(of: course).libraries.all
        ).index.files.reduce(into: [:]) {
          $0[$1.name] = $1.bytes
        }
      kept[course.prefix] = files
      if let bytes = files[String(name)] { return bytes }
    }
    return nil
  }

  /// A page that a course has and that no notebook is behind; `nil` where there is none of that name.
  /// - Parameter sourceMarks: begins the comments by which the page says where its own text begins and ends.
  func sitePage(_ page: String, _ sourceMarks: String) async -> [UInt8]? {
    if let (reading, library) = libraryReading(of: page) {
      return await site(of: reading).page(of: library).page?.html
    }
    guard let (reading, made) = siteReading(of: page) else { return nil }
    return site(of: reading).page(made, sourceMarks: sourceMarks).html
  }

  private func site(of reading: CourseReading) -> SitePages {
    SitePages(
      outputFolder: "",
      renderer: work.renderer,
      reading: reading,
      labels: work.labels,
      search: CourseSearch(
        reading.course,
        work.store,
        in: work.files,
        libraries: reading.libraries.all
      ),
      runner: work.runsCells ? work.runner : nil,
      files: work.files
    )
  }

  /// Whether a course has a page that no notebook is behind.
  func hasSitePage(_ page: String) -> Bool {
    siteReading(of: page) != nil || libraryReading(of: page) != nil
  }

  private func libraryReading(
    of page: String
  ) -> (CourseReading, DeclarationLinks.Library)? {
    for course in selection.courses.all where !course.project.libraries.isEmpty {
      let reading = work.site.courses.reading(of: course)
      if let library = reading.libraries.all.first(where: { $0.address == page }) {
        return (reading, library)
      }
    }
    return nil
  }

  private func siteReading(of page: String) -> (CourseReading, CourseReading.Made)? {
    for course in selection.courses.all where page.hasPrefix(course.prefix) {
      guard let made = CourseReading.Made(rawValue: String(page.dropFirst(course.prefix.count)))
      else { continue }
      let reading = work.site.courses.reading(of: course)
      if reading.made.contains(made) { return (reading, made) }
    }
    return nil
  }

  /// Tells what a page shows of its course from any other; `nil` where it shows nothing.
  func courseDigest(of page: String) -> String? {
    input(of: page).flatMap { work.site.courses.reading(of: $0)?.digest }
  }

  /// The notebook of a page.
  func input(of page: String) -> NotebookInput? { byPage[page] }

  /// What there is to say about the folder as a whole; that a draft is one goes without saying here.
  var notes: [Diagnostic] { selection.notes.filter { $0.kind != .draft } }

  /// The notebooks that are not in their folders any more.
  func departures(from folders: Set<String>) -> FileChanges {
    var changes = FileChanges()
    for path in known {
      guard let folder = FileChanges.folders(above: path).first, folders.contains(folder),
        !FileStatus.isThere(path)
      else { continue }
      changes.add(entry: path)
    }
    return changes
  }

  /// What decides which notebooks there are.
  var watched: [WatchedFile] { files.dependencies.map(WatchedFile.init) }

  /// How many files and folders decide that.
  var watchCount: Int { files.dependencies.count }

  /// Whether other notebooks may belong to it after some changes.
  /// - Parameter watched: what decides that, as it was before.
  func mustBeReadAnew(after changes: FileChanges, _ watched: [WatchedFile]) -> Bool {
    if changes.isEverything { return true }
    return watched.contains { file in
      guard changes.concern(file) else { return false }
      switch file.use {
      case .names: return changes.comings.contains(where: mayMatter)
      // The text of a notebook says whether it is a draft.
      case .excerpt: return file.places.contains { hasOtherPlace($0) }
      case .content, .presence: return true
      }
    }
  }

  /// Whether a notebook is among what changed.
  func holdsNotebook(of changes: FileChanges) -> Bool {
    changes.isEverything || !known.isDisjoint(with: changes.paths)
  }

  /// Whether what came or went in a folder is, or was, a notebook or a folder of them. An editor puts other
  /// files beside those that it writes.
  private func mayMatter(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let item = FileView().item(at: path)
    if MarkdownFiles.isMarkdown(name) { return known.contains(path) != (item != nil) }
    if name == ".gitignore" { return true }
    guard !name.hasPrefix(".") else { return false }
    let isKnownFolder = known.contains { $0.hasPrefix(path + "/") }
    return item?.isFolder ?? false ? !isKnownFolder : isKnownFolder
  }

  /// Whether a notebook has become a draft, or is none any more.
  private func hasOtherPlace(_ path: String) -> Bool {
    known.contains(path) != FileStatus.isThere(path)
  }

  /// Whether a notebook may have another name.
  private func isLink(_ path: String) -> Bool { links.contains(path) }

  /// Takes note that files changed, where the notebooks are the same.
  mutating func heed(_ changes: FileChanges) {
    let paths = changes.paths
    // To ask where each of a thousand files really lies would take longer than all the rest.
    let names = Set(paths.compactMap { $0.split(separator: "/").last })
    func hasChanged(_ path: String) -> Bool {
      if changes.isEverything { return true }
      guard path.split(separator: "/").last.map(names.contains) ?? true || isLink(path) else {
        return false
      }
      return WatchedFile(FileDependency(path: path, use: .content)).places.contains(
        where: paths.contains
      )
    }
    work.labels.refresh(where: hasChanged)
    work.site.courses.refresh(where: hasChanged)
    work.renewLooks()
  }
}

extension LiveFolder {
  /// Has another runner run the cells.
  mutating func take(_ runner: NotebookRunner) { work.runner = runner }
}

extension NotebookWork {
  /// Has files looked at anew that were looked at once for all pages.
  fileprivate mutating func renewLooks() {
    bibliographies = BibliographyShelf()
    course = CourseLabels(files)
    site = site.renewed(files)
  }
}
