import Documents
import Files
import NotebookHTML
import NotebookLayout
import NotebookSyntax
import ResultStore

/// The search in the pages of a course.
///
/// What goes into the index of each notebook is kept, so that of a thousand only those are read again that have
/// changed. Where none has, and the files of the index lie as they were written, nothing is read at all.
struct CourseSearch {
  /// A file of the index as it was written.
  private struct Written: Codable, Sendable {
    var name: String
    var content: Fingerprint
    /// How the file lay; `nil` where it was just written, so that a change after that might not show.
    var stamp: String?
  }

  private let course: Course
  private let notebooks: [NotebookInput]
  private let use: StoreUse?
  private let files: FileView
  private let entries: SearchEntries
  private let libraries: [DeclarationLinks.Library]

  /// - Parameters:
  ///   - use: where it is kept what is read.
  ///   - files: how the notebooks are read.
  ///   - entries: what is known from the making of pages.
  ///   - libraries: the libraries that the course documents.
  init(
    _ course: Course,
    _ use: StoreUse?,
    in files: FileView,
    knowing entries: SearchEntries = SearchEntries(),
    libraries: [DeclarationLinks.Library]
  ) {
    self.libraries = libraries
    self.course = course
    self.entries = entries
    self.use = use
    self.files = files
    notebooks = course.notebooks.map(course.member)
  }

  /// The whole index.
  var index: SearchIndex {
    SearchIndex(
      of: notebooks.map { notebook in
        SearchIndex.Page(
          address: LocalAddress.encoded(String(notebook.page.dropFirst(course.prefix.count))),
          entry: entry(of: notebook)
        )
      } + libraries.map(page)
    )
  }

  /// What a library's page adds: the names of its declarations.
  private func page(of library: DeclarationLinks.Library) -> SearchIndex.Page {
    let names = Dictionary(grouping: library.anchors.keys) { library.anchors[$0] ?? "" }
    let declarations = names.sorted { $0.key < $1.key }.map { anchor, names in
      // The longest has the labels.
      let name = names.max { ($0.count, $0) < ($1.count, $1) } ?? anchor
      return Passage(kind: .section, anchor: anchor, name: name, text: "")
    }
    let beginning = Passage(kind: .beginning, anchor: "", name: library.module, text: "")
    return SearchIndex.Page(
      address: String(library.address.dropFirst(LocalAddress.encoded(course.prefix).count)),
      entry: SearchEntry([beginning] + declarations)
    )
  }

  private func entry(of input: NotebookInput) -> SearchEntry {
    if let known = entries[input.page] { return known }
    guard let source = files.source(of: input, for: .excerpt) else { return SearchEntry([]) }
    return Self.memo(source, input, use).resultWithoutTools {
      let notebook = NotebookParser.parse(
        source,
        defaults: course.project.defaults,
        isLabelledElsewhere: { _ in true }
      )
      return Self.entry(of: notebook, input)
    }
  }

  /// What a notebook adds to the index.
  static func entry(of notebook: Notebook, _ input: NotebookInput) -> SearchEntry {
    SearchEntry(
      PassageReader(notebook, chapter: input.chapterNumber).passages,
      macros: notebook.frontMatter.macros
    )
  }

  static func memo(
    _ source: SourceText,
    _ input: NotebookInput,
    _ use: StoreUse?
  ) -> Memo<SearchEntry> {
    // A page without a title is named by its file.
    Memo(
      reading: ResultKind("search entry", version: 1),
      of: source,
      at: input.path,
      under: input.project,
      in: use,
      SearchEntry.coding
    )
  }

  // MARK: - Files

  /// Writes the files of the index that are not as they should be.
  /// - Parameter folder: the course's folder among the pages, with a slash behind it.
  /// - Returns: their names from there on, and what could not be written.
  func write(to folder: String) -> (names: [String], diagnostics: [Diagnostic]) {
    let memo = memo(folder)
    if let written = memo.found(), written.allSatisfy({ isThere($0, in: folder) }) {
      if written.contains(where: { $0.stamp == nil }) {
        memo.keep(written.map { Self.stamped($0, in: folder) })
      }
      return (written.map(\.name), [])
    }
    var diagnostics: [Diagnostic] = []
    var written: [Written] = []
    for file in index.files {
      do throws(WholeFile.Fault) {
        try WholeFile.update(file.bytes, at: folder + file.name)
      } catch {
        diagnostics.append(SitePages.fault(error, folder + file.name))
      }
      let content = Fingerprint(of: file.bytes)
      written.append(Self.stamped(Written(name: file.name, content: content), in: folder))
    }
    if diagnostics.isEmpty { memo.keep(written) }
    return (written.map(\.name), diagnostics)
  }

  private func isThere(_ file: Written, in folder: String) -> Bool {
    if let stamp = file.stamp, FileStamp(of: folder + file.name)?.text == stamp { return true }
    return Fingerprint(ofFile: folder + file.name) == file.content
  }

  private static func stamped(_ file: Written, in folder: String) -> Written {
    var file = file
    let stamp = FileStamp(of: folder + file.name)
    file.stamp = stamp.flatMap { $0.isSettled ? $0.text : nil }
    return file
  }

  /// What was written of the notebooks as they lie, by the program as it is.
  private func memo(_ folder: String) -> Memo<[Written]> {
    let names = notebooks.map { notebook -> (String, String?) in
      files.note(notebook.path, .excerpt)
      guard files.showsDisk, files.inFront(of: notebook.path) == nil,
        let stamp = FileStamp(of: notebook.path), stamp.isSettled
      else { return (notebook.path, nil) }
      return (notebook.path, stamp.text)
    }
    let project = course.project
    let variant = notebooks.first?.variant
    let libraries = libraries
    let kind = ResultKind("search index", version: 1)
    return Memo(kind, in: use, .json) {
      guard let program = ThisProgram.stamp else { return nil }
      var parts = KeyParts(kind: kind)
      parts.add(.program, program)
      parts.add(.page, PathKey.realPath(folder))
      parts.add(.project, bytes: project.source.bytes)
      if let variant { parts.add(.variant, variant) }
      for library in libraries { parts.add(.file[library.address], texts: library.texts) }
      for (path, stamp) in names {
        guard let stamp else { return nil }
        parts.add(.file[path], stamp)
      }
      return parts
    }
  }
}
