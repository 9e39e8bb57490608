import Documents
import Files
import NotebookExecution
import NotebookSyntax

/// What `lectern.yml` says at the root of a folder: what all its documents share.
struct ProjectFile: Sendable {
  /// The file's name.
  static let name = "lectern.yml"

  /// The file's text.
  let source: SourceText
  /// The folder that it lies in.
  let folder: String
  /// What the course is called.
  var title: String?
  var authors: [String] = []
  /// Where the pages are on the web, without a slash at the end.
  var url: String?
  /// Where the notebooks are on the web, without a slash at the end.
  var repository: String?
  var license: String?
  /// Whether numbers begin with that of the chapter.
  var numbersChapters = false
  /// The chapters in their order; `nil` where there is no such list.
  var chapters: [ChapterEntry]?
  /// Where the list of chapters begins.
  var chaptersRange: SourceRange?
  /// What is left out of the folder.
  var exclusions: [PathPattern] = []
  /// The forms in which pages are made; `nil` where it does not say.
  var forms: [PageForm]?
  /// The variants that notebooks can have; `nil` for the usual ones.
  var variants: [String]?
  /// Other projects, to whose documentation links can lead.
  var references: [ReferencedProject] = []
  /// The modules whose declarations have pages.
  var libraries: [VerifyRule.Name] = []
  /// How documents are checked; of two that are about one, what the later says counts.
  var verifyRules: [VerifyRule] = []
  /// Whether it says nothing else, so that pages are made as without it.
  var isAboutChecksAlone = false
  /// Whether programs run in a sandbox; `nil` for where one can be had.
  var sandbox: SandboxMode?
  /// The folders that programs may write, from the folder on.
  var outputs: [String] = []
  /// What pages may do besides showing themselves.
  var permissions = PagePermissions()
  /// The notebooks whose pages may do what their front matter asks for.
  var trusted: [PathPattern] = []
  /// The options that documents may give the compiler besides those that all may.
  var allowedFlags: Set<String> = []
  /// Front matter for all notebooks.
  var defaults: FrontMatterDefaults?
  /// What is wrong with it.
  var diagnostics: [Diagnostic] = []

  /// A chapter as the list has it.
  struct ChapterEntry: Sendable {
    /// The notebook, from the folder on, as its author wrote it.
    var path: String
    /// Where that stands.
    var range: SourceRange
    /// The title of the part that it belongs to.
    var part: Part?
  }

  /// Some chapters that follow each other.
  struct Part: Sendable, Hashable {
    /// What it is called.
    var title: String
    /// Its place among the parts, from 0: two may have one title.
    var place: Int
  }

}

extension ProjectFile {
  /// A notebook without text, which has the front matter of all.
  func bareNotebook(named name: String) -> Notebook {
    NotebookParser.parse(SourceText(path: folder + "/" + name, bytes: []), defaults: defaults)
  }

  /// The language of all notebooks, as far as they do not say otherwise.
  var language: String { bareNotebook(named: "").frontMatter.language }
}

extension ProjectFile {
  /// Reads a project file.
  /// - Parameter folder: the folder that it lies in, as paths of it are to be written.
  init(_ source: SourceText, in folder: String) {
    var reader = ProjectFileReader(ProjectFile(source: source, folder: folder))
    reader.read()
    self = reader.project
  }

  /// Its path.
  var path: String { source.path }

  /// Whether something is wrong with it that keeps pages from being made.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether a file is left out of the folder.
  /// - Parameter inner: its path from the folder on.
  func excludes(_ inner: String) -> Bool { exclusions.contains { $0.matches(inner) } }

  /// Whether a notebook's page may do what its front matter asks for.
  func trusts(_ notebook: String) -> Bool {
    guard !trusted.isEmpty, let inner = inner(of: notebook) else { return false }
    return trusted.contains { $0.matches(inner) }
  }

  /// The path of a file from the folder on; `nil` where it lies elsewhere.
  func inner(of file: String) -> String? {
    for name in [{ RelativePath.names($0) }, { RelativePath.names(PathKey.realPath($0)) }] {
      let here = name(folder)
      let there = name(file)
      if there.count > here.count, zip(here, there).allSatisfy({ PathKey($0) == PathKey($1) }) {
        return there[here.count...].joined(separator: "/")
      }
    }
    return nil
  }
}
