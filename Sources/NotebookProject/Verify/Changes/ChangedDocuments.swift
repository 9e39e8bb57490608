import Documents
import Files
import NotebookExecution
import NotebookPrograms
import NotebookSyntax

/// Tells the documents that changed since a revision, and those that depend on what changed, as far as that shows
/// without running them: on their project file, what their programs begin with, the modules that they import, the
/// files that they declare as inputs, and those whose paths stand in them.
struct ChangedDocuments {
  private let revision: String
  private let modules: PackageModules
  private let projects: ProjectFinder
  private let files: FileView
  /// What changed in the repositories that documents lie in, by the folders of the documents.
  private var ofFolders: [String: ChangedFiles] = [:]
  /// The modules that are made anew, by the folders of packages.
  private var changedModules: [String: ChangedModules] = [:]

  /// The modules of a package that changed, or need some that did.
  private enum ChangedModules {
    case all
    case some(Set<String>)
  }

  init(
    since revision: String,
    _ modules: PackageModules,
    _ projects: ProjectFinder,
    _ files: FileView
  ) {
    self.revision = revision
    self.modules = modules
    self.projects = projects
    self.files = files
  }

  /// The documents that changed, or depend on what changed.
  mutating func part(of documents: [String]) throws(ChangedFiles.Fault) -> [String] {
    var part: [String] = []
    for document in documents where try isConcerned(document) { part.append(document) }
    return part
  }

  private mutating func isConcerned(_ document: String) throws(ChangedFiles.Fault) -> Bool {
    let changed = try changes(around: document)
    if changed.all.isEmpty { return false }
    if changed.contains(document) { return true }
    // What cannot be read is told by who checks it.
    guard let source = files.source(at: document) else { return true }
    let project = projects.project(ofFile: document)
    if let project {
      if changed.contains(project.path) { return true }
      if let prelude = project.verifyRule(forFile: document).prelude,
        changed.contains(Paths.join(project.folder, prelude.text))
      {
        return true
      }
    }
    return usesChangedModule(source, project, changed) || readsChangedFile(source, project, changed)
  }

  /// What changed in the repository of a document.
  private mutating func changes(around document: String) throws(ChangedFiles.Fault) -> ChangedFiles
  {
    let folder = Paths.path("", beside: document)
    let key = folder.isEmpty ? "." : folder
    if let known = ofFolders[key] { return known }
    // Most documents lie in one repository: its other folders know as much.
    let top = Repository.folder(around: key)
    if let top, let known = ofFolders[top] {
      ofFolders[key] = known
      return known
    }
    let found = try ChangedFiles(in: key, since: revision)
    ofFolders[key] = found
    if let top { ofFolders[top] = found }
    return found
  }
}

extension ChangedDocuments {
  /// Whether a document imports a module that is made anew, by itself or by the rules of its folder.
  private mutating func usesChangedModule(
    _ source: SourceText,
    _ project: ProjectFile?,
    _ changed: ChangedFiles
  ) -> Bool {
    guard let package = modules.package(around: source.path) else { return false }
    let form = DocumentForm(source.path)
    var imported = Set(source.bytes.importedModules)
    if form != .notebook, let own = modules.module(ofFile: source.path) {
      imported.insert(own.name)
    }
    if let rule = project?.verifyRule(forFile: source.path) {
      imported.formUnion((rule.imports ?? []).map(\.text))
      if let project, let prelude = rule.prelude,
        let bytes = files.contents(of: Paths.join(project.folder, prelude.text))
      {
        imported.formUnion(bytes.importedModules)
      }
    }
    switch changes(of: package, changed) {
    case .all: return !imported.isEmpty
    case .some(let names): return !names.isDisjoint(with: imported)
    }
  }

  private mutating func changes(of package: String, _ changed: ChangedFiles) -> ChangedModules {
    if let known = changedModules[package] { return known }
    let found = findChanges(of: package, changed)
    changedModules[package] = found
    return found
  }

  private func findChanges(of package: String, _ changed: ChangedFiles) -> ChangedModules {
    let manifests = ["Package.swift", "Package.resolved"].map { Paths.join(package, $0) }
    guard !manifests.contains(where: changed.contains), let layout = modules.layout(of: package)
    else { return .all }
    var names: Set<String> = []
    for path in changed.all {
      // An article is no part of its module.
      if case .article = DocumentForm(path) { continue }
      if let module = layout.module(ofFile: path) { names.insert(module.name) }
    }
    return .some(names.isEmpty ? [] : layout.modules(needing: names))
  }

  /// Whether a document reads a file that changed: one of its inputs, or one whose path stands in it.
  private func readsChangedFile(
    _ source: SourceText,
    _ project: ProjectFile?,
    _ changed: ChangedFiles
  ) -> Bool {
    let form = DocumentForm(source.path)
    let text = form == .notebook ? source : SourceText(path: source.path, text: "")
    let inputs = FrontMatter.reading(text, defaults: project?.defaults).inputs
    let isInput = inputs.contains { changed.contains(Paths.path($0.path, beside: source.path)) }
    if isInput { return true }
    if form == .article {
      // It says what language code is in that says nothing.
      let names = source.path.split(separator: "/", omittingEmptySubsequences: false)
      let catalog = names.firstIndex { DocumentForm.isCatalog(String($0)) } ?? 0
      let info = (names[...catalog] + ["Info.plist"]).joined(separator: "/")
      if changed.contains(info) { return true }
    }
    let folder = RelativePath.names(PathKey.realPath(Paths.path(".", beside: source.path)))
    return source.bytes.pathLikeWords.contains { word in
      guard let name = word.split(separator: "/").last, changed.names.contains(String(name)) else {
        return false
      }
      let names = RelativePath.names(word, below: word.hasPrefix("/") ? [] : folder)
      return !DocumentForm.isDocument(word)
        && changed.holds(realPath: "/" + names.joined(separator: "/"))
    }
  }
}

extension [UInt8] {
  /// The words that may be paths: what stands between white space, quotation marks, brackets and commas.
  fileprivate var pathLikeWords: some Sequence<String> {
    lazy.split { $0 <= 0x20 || Self.marks.contains($0) }.lazy
      .filter { $0.contains(UInt8(ascii: ".")) }.map { String(decoding: $0, as: UTF8.self) }
  }

  private static let marks = Set("\"'`()[]{}<>,;".utf8)

  /// The modules behind the word `import`, wherever it stands.
  fileprivate var importedModules: [String] {
    let kinds: Set = [
      "struct", "class", "enum", "protocol", "typealias", "func", "var", "let", "actor",
    ]
    var rest = self[...]
    var modules: [String] = []
    while let found = rest.range(of: Array("import ".utf8)) {
      rest = rest[found.upperBound...]
      let line = rest.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      var words = String(decoding: line, as: UTF8.self).split {
        !$0.isLetter && !$0.isNumber && $0 != "_"
      }
      if let first = words.first, kinds.contains(String(first)) { words.removeFirst() }
      if let name = words.first { modules.append(String(name)) }
    }
    return modules
  }
}
