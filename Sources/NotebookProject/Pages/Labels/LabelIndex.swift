import Documents
import Files
import Foundation
import NotebookHTML
import NotebookLayout
import NotebookSyntax
import ResultStore
import Synchronization
import Timing
import Typesetting

/// The labels of all notebooks whose pages lie together, so that one may refer to another.
///
/// The notebooks are read when the first of them refers to something that it does not have itself.
public final class LabelIndex: Sendable {
  /// What a label names, and where among the pages.
  public struct Entry: Codable, Hashable, Sendable {
    /// The notebook, as the user gave its path.
    public var notebook: String
    /// Its page, below the output folder.
    public var page: String
    /// What the label names; its address is that within the page.
    public var target: LabelTarget
  }

  /// What is known of the labels of one notebook.
  private struct Labels: Codable, Sendable {
    /// What they name.
    var targets: [String: LabelTarget] = [:]
    /// Those whose titles hold what only the notebook's results tell.
    var open: Set<String> = []
  }

  private struct Index {
    var entries: [String: [Entry]] = [:]
    /// By the paths of notebooks.
    var open: [PathKey: Set<String>] = [:]
    /// Why numbers of a notebook are not known.
    var faults: [PathKey: TypesettingFault] = [:]
    /// The files on which the titles of notebooks depend that were run for them.
    var files: [PathKey: [String]] = [:]
  }

  private let inputs: [NotebookInput]
  private let byNotebook: [PathKey: NotebookInput]
  /// The project files of the chapters that have numbers, by their pages.
  private let chapters: [PathKey: PathKey]
  private let use: StoreUse?
  private let files: FileView
  private let typesetter: Typesetter?
  private let index = Mutex<Index?>(nil)

  /// - Parameters:
  ///   - inputs: the notebooks that are rendered, and those beside them. Of several with the same page
  ///     the first counts: a notebook that is named lies beside itself too.
  ///   - use: where the labels of unchanged notebooks are kept.
  ///   - typesetter: knows how formulas are numbered; `nil` where no number is asked for.
  ///   - files: how the notebooks are read.
  init(
    _ inputs: [NotebookInput],
    _ use: StoreUse? = nil,
    typesetter: Typesetter? = nil,
    files: FileView = FileView()
  ) {
    var pages: Set<PathKey> = []
    self.inputs = inputs.filter { pages.insert(PathKey($0.page)).inserted }
    byNotebook = Dictionary(self.inputs.map { (PathKey($0.path), $0) }) { first, _ in first }
    chapters = self.inputs.reduce(into: [:]) { chapters, input in
      guard input.chapterNumber != nil, let project = input.project else { return }
      chapters[PathKey(input.page)] = PathKey(project.path)
    }
    self.use = use
    self.files = files
    self.typesetter = typesetter
  }

  /// All labels, and what has them.
  var all: [String: [Entry]] { withIndex { $0.entries } }

  /// What has a label, on pages other than one.
  func entries(named name: String, besides page: String) -> [Entry] {
    guard hasOthers(than: page) else { return [] }
    return withIndex { index in
      index.entries[name, default: []].filter { PathKey($0.page) != PathKey(page) }
    }
  }

  /// What a label names, as a page links to it; `nil` where no other page has the label, or several.
  func target(named name: String, from page: String) -> LabelTarget? {
    let found = entries(named: name, besides: page)
    guard found.count == 1, var target = found.first?.target, let other = found.first?.page else {
      return nil
    }
    target.address = target.address.map { Self.relativePath(from: page, to: other) + $0 }
    target.page?.isNamedByNumber = areOfOneCourse(page, other)
    return target
  }

  /// Whether the chapters that two pages are have numbers beside each other.
  private func areOfOneCourse(_ page: String, _ other: String) -> Bool {
    guard let mine = chapters[PathKey(page)], let theirs = chapters[PathKey(other)] else {
      return false
    }
    return mine == theirs
  }

  /// The notebooks whose results tell what some labels name, as far as they are not known.
  func openNotebooks(naming names: some Sequence<String>, besides page: String) -> [String] {
    let names = Array(names)
    guard !names.isEmpty, hasOthers(than: page) else { return [] }
    return withIndex { index in
      var seen: Set<PathKey> = []
      return names.flatMap { name in
        index.entries[name, default: []]
          .filter {
            PathKey($0.page) != PathKey(page)
              && index.open[PathKey($0.notebook)]?.contains(name) == true
          }
          .map(\.notebook)
      }.filter { seen.insert(PathKey($0)).inserted }
    }
  }

  /// Notes what the labels of a notebook name now that its results are known.
  ///
  /// - Parameter files: the files on which its results depend.
  func settle(_ notebook: String, _ labels: PageLabels, files: [String]) {
    withIndex { index in
      guard let open = index.open.removeValue(forKey: PathKey(notebook)) else { return }
      index.files[PathKey(notebook)] = files
      for name in open {
        guard let target = labels.target(named: name) else { continue }
        for place in index.entries[name, default: []].indices
        where index.entries[name]?[place].notebook == notebook {
          index.entries[name]?[place].target = target
        }
      }
    }
  }

  /// A notebook with where its page lies.
  func input(of notebook: String) -> NotebookInput? { byNotebook[PathKey(notebook)] }

  /// The notebooks of the other pages.
  func notebooks(besides page: String) -> [String] {
    inputs.filter { PathKey($0.page) != PathKey(page) }.map(\.path)
  }

  /// Whether there is any other page. A notebook that is alone need not be read once more.
  private func hasOthers(than page: String) -> Bool {
    inputs.contains { PathKey($0.page) != PathKey(page) }
  }

  /// Why numbers of some notebooks are not known.
  func faults(of notebooks: [String]) -> [TypesettingFault] {
    if notebooks.isEmpty { return [] }
    return withIndex { index in notebooks.compactMap { index.faults[PathKey($0)] } }
  }

  /// The files on which the titles of a notebook depend, besides itself.
  func files(of notebook: String) -> [String] {
    withIndex { $0.files[PathKey(notebook)] ?? [] }
  }

  private func withIndex<Result: Sendable>(_ body: (inout Index) -> Result) -> Result {
    index.withLock { index in
      var read = index ?? measured(.labels) { self.read() }
      index = nil
      defer { index = read }
      return body(&read)
    }
  }

  /// Reads some notebooks anew, and those whose titles depend on files that changed.
  /// - Parameter hasChanged: tells whether a file changed.
  func refresh(where hasChanged: (String) -> Bool) {
    index.withLock { index in
      guard let old = index else { return }
      let changed = inputs.filter { input in
        hasChanged(input.path)
          || old.files[PathKey(input.path)]?.contains(where: hasChanged) == true
      }
      guard !changed.isEmpty else { return }
      var new = old
      let paths = Set(changed.map { PathKey($0.path) })
      new.entries = old.entries.compactMapValues { entries in
        let kept = entries.filter { !paths.contains(PathKey($0.notebook)) }
        return kept.isEmpty ? nil : kept
      }
      for path in paths {
        new.open[path] = nil
        new.faults[path] = nil
        new.files[path] = nil
      }
      for input in changed { read(input, into: &new) }
      index = new
    }
  }

  private func read() -> Index {
    inputs.reduce(into: Index()) { read($1, into: &$0) }
  }

  private func read(_ input: NotebookInput, into index: inout Index) {
    guard let source = files.source(of: input, for: .excerpt) else { return }
    let (labels, fault) = labels(in: source, of: input)
    index.faults[PathKey(input.path)] = fault
    if !labels.open.isEmpty { index.open[PathKey(input.path)] = labels.open }
    for (name, target) in labels.targets {
      let entry = Entry(notebook: input.path, page: input.page, target: target)
      index.entries[name, default: []].append(entry)
    }
  }

  /// What the labels of a notebook name, as it is kept, or as it is found now.
  private func labels(
    in source: SourceText,
    of input: NotebookInput
  ) -> (Labels, fault: TypesettingFault?) {
    // A page without a title is named by its file.
    let memo = Memo<Labels>(
      reading: "numbered labels",
      of: source,
      at: source.path,
      under: input.project,
      in: use
    )
    if let kept = memo.found() { return (kept, nil) }
    let found = PageLabels(
      NotebookParser.parse(source, defaults: input.project?.defaults),
      settings: LayoutSettings(tex: TypesetterTeX(typesetter), chapter: input.chapterNumber)
    )
    let labels = Labels(
      targets: found.names.reduce(into: [:]) { $0[$1] = found.target(named: $1) },
      open: found.open
    )
    if typesetter != nil, found.fault == nil { memo.keep(labels) }
    return (labels, found.fault.map { TypesettingFault($0) })
  }

  /// The way from one page to another, both below the output folder.
  static func relativePath(from page: String, to other: String) -> String {
    var here = RelativePath.names(page).dropLast()
    var there = RelativePath.names(other)[...]
    while let first = here.first, let second = there.first, PathKey(first) == PathKey(second),
      there.count > 1
    {
      here.removeFirst()
      there.removeFirst()
    }
    return LocalAddress.encoded((here.map { _ in ".." } + there).joined(separator: "/"))
  }
}
