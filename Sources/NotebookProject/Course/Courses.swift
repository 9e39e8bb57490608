import Documents
import Files
import NotebookSyntax

/// The courses among notebooks, each with its project file.
struct Courses: Sendable {
  private(set) var all: [Course] = []

  /// No notebook is under a project file.
  init() {}

  /// - Parameters:
  ///   - named: project files that count even where no notebook is under them.
  ///   - notebooks: all that lie together.
  ///   - drafts: the paths of those that are left out.
  ///   - finder: finds their project files.
  ///   - files: how their folders are looked into.
  init(
    under named: [ProjectFile],
    of notebooks: [NotebookInput],
    drafts: [String],
    _ finder: ProjectFinder,
    in files: FileView
  ) {
    var projects: [PathKey: ProjectFile] = [:]
    var order: [PathKey] = []
    func add(_ project: ProjectFile) -> PathKey {
      let key = PathKey(project.path)
      if projects.updateValue(project, forKey: key) == nil { order.append(key) }
      return key
    }
    func key(of path: String) -> PathKey? { finder.project(ofFile: path).map(add) }
    for project in named { _ = add(project) }
    let members = Dictionary(grouping: notebooks) { key(of: $0.path) }
    let left = Dictionary(grouping: drafts) { key(of: $0) }
    all = order.compactMap { key in
      projects[key].map { Course($0, members[key] ?? [], drafts: left[key] ?? [], in: files) }
    }
  }

  /// What is wrong with project files, with their texts.
  var diagnostics: [(Diagnostic, SourceText)] {
    all.flatMap { course in course.diagnostics.map { ($0, course.project.source) } }
  }

  /// The forms in which they are to be made; `nil` where none of them says so.
  var forms: [PageForm]? {
    let named = all.compactMap(\.project.forms)
    guard !named.isEmpty else { return nil }
    // A course that does not say has pages for browsers.
    let wanted = Set(named.joined()).union(named.count < all.count ? [.html] : [])
    return PageForm.allCases.filter(wanted.contains)
  }

  /// Whether something keeps pages from being made.
  var hasErrors: Bool {
    all.contains { $0.diagnostics.contains { $0.severity == .error } }
  }

  /// The course that a notebook belongs to.
  func course(of input: NotebookInput) -> Course? {
    guard let project = input.project else { return nil }
    return all.first { PathKey($0.project.path) == PathKey(project.path) }
  }

  /// Notebooks as parts of their courses, without those that these leave out.
  func members(_ notebooks: [NotebookInput]) -> [NotebookInput] {
    guard !all.isEmpty else { return notebooks }
    var members: [PathKey: NotebookInput] = [:]
    var lost: Set<PathKey> = []
    for course in all {
      for input in course.notebooks { members[PathKey(input.page)] = course.member(input) }
      for input in course.excluded { lost.insert(PathKey(input.page)) }
    }
    return notebooks.compactMap { input in
      lost.contains(PathKey(input.page)) ? nil : members[PathKey(input.page)] ?? input
    }
  }
}
