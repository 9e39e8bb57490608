import Documents
import Files
import NotebookSyntax

/// The notebooks under one project file, in the order of its chapters.
struct Course: Sendable {
  /// A notebook that is a chapter.
  struct Chapter: Sendable {
    /// Its place among the chapters, from 1.
    var number: Int
    /// The part that it belongs to.
    var part: ProjectFile.Part?
    var input: NotebookInput
  }

  let project: ProjectFile
  /// The chapters that have pages: drafts have none, and keep their numbers.
  let chapters: [Chapter]
  /// The notebooks that are no chapters, and are not left out.
  let others: [NotebookInput]
  /// The notebooks that are left out.
  let excluded: [NotebookInput]
  /// What is wrong with the file, and with what it names.
  let diagnostics: [Diagnostic]
  /// What stands before the pages' paths, from the output folder on: empty, or `course/`.
  let prefix: String
  private let numbers: [PathKey: Int]

  /// - Parameters:
  ///   - project: the project file.
  ///   - notebooks: all in its folder, also those that it leaves out, but for drafts.
  ///   - drafts: the paths of those.
  ///   - files: how the folder is looked into.
  init(
    _ project: ProjectFile,
    _ notebooks: [NotebookInput],
    drafts: [String] = [],
    in files: FileView
  ) {
    self.project = project
    let root = notebooks.first?.root ?? project.folder
    let below = Self.names(project.folder).dropFirst(Self.names(root).count)
    prefix = below.map { $0 + "/" }.joined()
    var list = ChapterList(project, notebooks, drafts: drafts, in: files)
    list.read()
    diagnostics =
      project.diagnostics + list.diagnostics + project.faults(ofInventoriesIn: files)
      + (project.libraries.isEmpty ? [] : LibraryFiles(project, in: files).faults)
    numbers = list.numbers
    chapters = list.chapters
    let taken = Set(chapters.map { PathKey($0.input.page) })
    others = list.notebooks.filter { !taken.contains(PathKey($0.page)) }
    excluded = list.excluded
  }

  private static func names(_ folder: String) -> [String] {
    RelativePath.names(PathKey.realPath(folder))
  }

  /// All notebooks, as one course.
  var notebooks: [NotebookInput] { chapters.map(\.input) + others }

  /// The place of a notebook among the chapters, from 1.
  func number(of input: NotebookInput) -> Int? { numbers[PathKey(real: input.path)] }

  /// A notebook as a part of the course.
  func member(_ input: NotebookInput) -> NotebookInput {
    var member = input
    member.project = project
    member.chapter = number(of: input)
    return member
  }
}
