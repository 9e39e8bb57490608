import Documents
import Files
import Foundation
import NotebookSyntax

/// The notebooks that one call makes into pages, among all those whose pages lie together.
struct InputSelection: Sendable {
  /// The notebooks that are made.
  private(set) var inputs: [NotebookInput] = []
  /// All that are rendered where nothing but their folders is named, and so have pages.
  private(set) var whole: [NotebookInput]
  /// All whose labels they may refer to.
  private(set) var labelled: [NotebookInput]
  private(set) var faults: [InputFault]
  /// The courses of which all notebooks are wanted, if only in parts.
  private(set) var wholeCourses: [Course] = []
  /// The project files that they are under, with what is wrong with these.
  let courses: Courses
  /// The folders, or notebooks, that pages are placed by.
  let scope: [String]
  /// What there is to say about what was left out.
  let notes: [Diagnostic]
  private let files: FileView
  private let variant: String?

  /// - Parameters:
  ///   - paths: what is to be made.
  ///   - roots: the folders, or notebooks, that pages are placed by; none for `paths` themselves.
  ///   - shard: the part of the notebooks that is wanted; `nil` for all.
  ///   - variant: the variant in which notebooks are read; `nil` for all that is in them.
  ///   - outputFolder: a folder that holds no notebooks.
  ///   - files: how notebooks are looked for: one that is named may be text that is in no file.
  init(
    paths: [String],
    roots: [String] = [],
    shard: Shard? = nil,
    variant: String? = nil,
    outputFolder: String,
    files: FileView = FileView()
  ) {
    let named = roots.isEmpty ? paths : roots
    let projects = ProjectFinder(files, for: .pages)
    // What is under a project file lies where its folder is rendered.
    scope = projects.roots(of: named)
    let search = NotebookSearch(scope, outputFolder: outputFolder, files: files)
    faults = search.faults
    notes = search.notes
    self.files = files
    self.variant = variant
    let found = search.inputs.map { $0.read(as: variant) }
    courses = Courses(
      under: named.compactMap { projects.project(of: $0) },
      of: found,
      drafts: search.listings.flatMap(\.drafts).map(\.path),
      projects,
      in: files
    )
    whole = courses.members(found)
    inputs = whole
    labelled = []
    if !roots.isEmpty || scope != named { select(paths, keepsNames: roots.isEmpty) }
    let wanted = Set(inputs.map { PathKey($0.page) })
    wholeCourses = courses.all.filter { course in
      course.notebooks.allSatisfy { wanted.contains(PathKey($0.page)) }
    }
    labelled =
      whole + NotebookInput.neighbours(of: scope, in: files).map { $0.read(as: variant) }
    if let shard { inputs = shard.part(of: inputs) }
    let variants =
      courses.all.isEmpty
      ? VariantText.usual : courses.all.flatMap { ProjectFile.variants(of: $0.project) }
    if let variant, !variants.contains(variant) {
      faults.append(.unknownVariant(variant, variants))
    }
  }

  /// The same notebooks with pages in another form.
  func inForm(_ form: PageForm) -> InputSelection {
    guard form != .html else { return self }
    var selection = self
    selection.inputs = inputs.map { $0.inForm(form) }
    selection.whole = whole.map { $0.inForm(form) }
    selection.labelled = labelled.map { $0.inForm(form) }
    return selection
  }

  /// - Parameter keepsNames: whether a notebook that is named has the path by which it is.
  private mutating func select(_ paths: [String], keepsNames: Bool) {
    inputs = []
    var seen: Set<PathKey> = []
    for path in paths {
      var found = inputs(at: path)
      if found.isEmpty, let named = named(path) {
        whole.append(named)
        found = [named]
      }
      if found.isEmpty { faults.append(missing(path, namesRoots: !keepsNames)) }
      if keepsNames, found.count == 1, (try? files.isFolder(path)) == false {
        found[0].path = path
      }
      inputs += found.filter { seen.insert(PathKey($0.page)).inserted }
    }
  }

  /// A notebook that is left out of its folder, as a draft is, and was named all the same.
  private func named(_ path: String) -> NotebookInput? {
    guard (try? files.isFolder(path)) == false else { return nil }
    for root in scope where (try? files.isFolder(root)) == true {
      guard let input = NotebookInput(path: path, below: root) else { continue }
      let course = courses.all.last { $0.project.inner(of: path) != nil }
      return (course?.member(input) ?? input).read(as: variant)
    }
    return nil
  }

  /// The notebooks at a path, or in it; where none has that name, a link may lead to one.
  private func inputs(at path: String) -> [NotebookInput] {
    for name in [{ URL(filePath: $0).standardizedFileURL.path }, { PathKey.realPath($0) }] {
      let place = PathKey(name(path))
      let below = PathKey(Paths.join(name(path), ""))
      let found = whole.filter { input in
        let own = PathKey(name(input.path))
        return own == place || own.begins(with: below)
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  private func missing(_ path: String, namesRoots: Bool) -> InputFault {
    guard files.item(at: path) != nil else { return .missing(path) }
    guard namesRoots else {
      return InputFault(
        status: .noInput,
        message: "\(path): error: there is no notebook of the course here"
      )
    }
    return InputFault(
      status: .usage,
      message:
        "\(path): error: there is no notebook of --root \(scope.joined(separator: ", ")) here"
    )
  }
}

extension InputFault {
  static func missingTemplate(_ path: String) -> InputFault {
    InputFault(status: .noInput, message: "\(path): error: there is no such template")
  }

  /// A variant that none of the courses has.
  static func unknownVariant(_ name: String, _ known: [String]) -> InputFault {
    let nearest = nearestName(to: name, in: known).map { "did you mean '\($0)'?" }
    return InputFault(
      status: .usage,
      message: "error: there is no variant '\(name)'\n   = help: "
        + (nearest ?? "the variants are \(known.joined(separator: ", "))")
    )
  }
}
