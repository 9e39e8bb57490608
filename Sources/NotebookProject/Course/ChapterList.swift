import Documents
import Files
import NotebookSyntax

/// Finds the notebooks that a project file names.
struct ChapterList {
  /// The chapters that have pages.
  private(set) var chapters: [Course.Chapter] = []
  /// The places of all chapters, by their files.
  private(set) var numbers: [PathKey: Int] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// The notebooks that are not left out.
  let notebooks: [NotebookInput]
  /// Those that are.
  let excluded: [NotebookInput]

  private let project: ProjectFile
  private let files: FileView
  /// All notebooks in the folder, by their paths from it on.
  private let inner: [String]
  private let drafts: Set<PathKey>
  private let byFile: [PathKey: NotebookInput]
  private var seen: [PathKey: ProjectFile.ChapterEntry] = [:]
  /// The entries for each page.
  private var byPage: [PathKey: [ProjectFile.ChapterEntry]] = [:]
  private var names: NearestNames

  init(
    _ project: ProjectFile,
    _ found: [NotebookInput],
    drafts: [String],
    in files: FileView
  ) {
    self.project = project
    self.files = files
    let all = found.map { (input: $0, inner: project.inner(of: $0.path) ?? $0.path) }
    notebooks = all.filter { !project.excludes($0.inner) }.map(\.input)
    excluded = all.filter { project.excludes($0.inner) }.map(\.input)
    inner = all.map(\.inner) + drafts.compactMap { project.inner(of: $0) }
    self.drafts = Set(drafts.map { PathKey(real: $0) })
    byFile = Dictionary(notebooks.map { (PathKey(real: $0.path), $0) }) { first, _ in first }
    names = NearestNames(inner)
  }

  mutating func read() {
    let entries = project.chapters ?? []
    byPage = Dictionary(grouping: entries) { PathKey(Self.page(of: $0)) }
    for (index, entry) in entries.enumerated() { read(entry, number: index + 1) }
    checkOthers()
    checkExclusions()
  }

  private mutating func read(_ entry: ProjectFile.ChapterEntry, number: Int) {
    let path = path(of: entry)
    let file = PathKey(real: path)
    if let first = seen[file] {
      let line = project.source.position(at: first.range.lowerBound).line
      report("'\(entry.path)' is a chapter already, in line \(line)", "take one out", entry)
      return
    }
    seen[file] = entry
    if let fault = fault(of: entry, path) {
      report(fault.message, fault.help, entry)
      return
    }
    numbers[file] = number
    guard let input = byFile[file] else { return }
    chapters.append(Course.Chapter(number: number, part: entry.part, input: input))
  }

  private func path(of entry: ProjectFile.ChapterEntry) -> String {
    RelativePath.joined(RelativePath.names(entry.path), below: project.folder)
  }

  /// Why an entry names no chapter.
  private mutating func fault(
    of entry: ProjectFile.ChapterEntry,
    _ path: String
  ) -> (message: String, help: String)? {
    guard let item = files.item(at: path) else {
      let nearest = names.nearest(to: entry.path).map { "did you mean '\($0)'?" }
      return (
        "there is no chapter '\(entry.path)'",
        nearest ?? "its path begins at the folder of \(ProjectFile.name)"
      )
    }
    if item.isFolder {
      return ("'\(entry.path)' is a folder, and a chapter is a notebook", "name its notebooks")
    }
    guard MarkdownFiles.isMarkdown(path) else {
      return ("'\(entry.path)' is no notebook", "a notebook's name ends in .md")
    }
    if project.excludes(entry.path) {
      return ("'\(entry.path)' is left out by 'exclude:'", "take it out of one of the two lists")
    }
    let file = PathKey(real: path)
    if byFile[file] != nil || drafts.contains(file) { return nil }
    let page = Self.page(of: entry)
    let others = byPage[PathKey(page)]?.filter { PathKey(real: self.path(of: $0)) != file }
    if let other = others?.first {
      return ("'\(entry.path)' and '\(other.path)' would both be \(page)", "rename one of them")
    }
    return (
      "'\(entry.path)' is left out where its folder is rendered",
      "git ignores it, or a name on its way begins with a dot"
    )
  }

  private static func page(of entry: ProjectFile.ChapterEntry) -> String {
    NotebookInput(path: entry.path, inner: entry.path, root: "").page
  }

  /// Tells which notebooks are forgotten.
  private mutating func checkOthers() {
    // Chapters may stand where the file is wrong.
    guard let place = project.chaptersRange, !project.hasErrors else { return }
    let forgotten = notebooks.filter { numbers[PathKey(real: $0.path)] == nil }
      .compactMap { project.inner(of: $0.path) }
      .filter { $0 != Self.start && seen[PathKey(real: Paths.join(project.folder, $0))] == nil }
    guard let first = forgotten.first else { return }
    let most = 5
    let names = forgotten.prefix(most).joined(separator: ", ")
    let more = forgotten.count > most ? ", and \(forgotten.count - most) more" : ""
    diagnostics.append(
      Diagnostic(
        .warning,
        .looseNotebook,
        forgotten.count == 1
          ? "'\(first)' is in no chapter"
          : "\(forgotten.count) notebooks are in no chapter: \(names)\(more)",
        help: "name what belongs to the course here, and what does not under 'exclude:'",
        in: project.source,
        at: place
      )
    )
  }

  /// The notebook that is the course's start, and need be no chapter.
  private static let start = "index.md"

  /// Tells what is to be left out and is not there.
  private mutating func checkExclusions() {
    for exclusion in project.exclusions where !inner.contains(where: exclusion.matches) {
      diagnostics.append(
        Diagnostic(
          .warning,
          .projectFile,
          "'\(exclusion.text)' leaves no notebook out",
          help:
            "paths begin at the folder of \(ProjectFile.name); '*' stands for letters of a name, and "
            + "'**' for folders",
          in: project.source,
          at: exclusion.range
        )
      )
    }
  }

  private mutating func report(
    _ message: String,
    _ help: String,
    _ entry: ProjectFile.ChapterEntry
  ) {
    diagnostics.append(
      Diagnostic(
        .error,
        .wrongChapter,
        message,
        help: help,
        in: project.source,
        at: entry.range
      )
    )
  }
}
