import Documents
import Files
import NotebookExecution
import NotebookHTML
import NotebookSyntax

/// Makes what a course has besides the pages of its notebooks: its start, the list of its definitions, its search,
/// what search engines read. Pages that it had before and has no longer go.
struct SitePages: Sendable {
  let outputFolder: String
  var renderer: PageRenderer
  let reading: CourseReading
  /// The labels of all notebooks.
  let labels: LabelIndex
  /// The search in all pages.
  let search: CourseSearch
  /// Runs the examples of libraries; `nil` where none are run.
  let runner: NotebookRunner?
  /// How their sources are read.
  let files: FileView

  private var course: Course { reading.course }
  private var folder: String { outputFolder + "/" + course.prefix }

  /// Makes all that there is in a form: what has no notebook is for browsers alone.
  /// - Returns: what is wrong with that, and what it is about.
  func make(for form: PageForm) async -> [(Diagnostic, SourceText?)] {
    // What was around the pages goes with the list of chapters.
    guard course.project.chapters != nil else {
      return PageList(in: folder).end(keeping: ownPages).map { ($0, nil) }
    }
    var others: [String] = []
    var diagnostics: [(Diagnostic, SourceText?)] = []
    if form == .html {
      diagnostics = makePages(&others).map { ($0, nil) }
      for library in reading.libraries.all {
        diagnostics += await make(library)
        others.append(CourseLibraries.page(of: library.module))
      }
    }
    if form == .pdf, CourseBook.isMade(of: course) { others.append(CourseBook.name) }
    return diagnostics
      + PageList(in: folder).replace(by: ownPages, others, in: form).map { ($0, nil) }
  }

  /// Makes the page of a library. Where something is wrong with its examples an earlier one stays.
  private func make(_ library: DeclarationLinks.Library) async -> [(Diagnostic, SourceText?)] {
    let (page, found) = await self.page(of: library)
    var diagnostics: [(Diagnostic, SourceText?)] = found.map { ($0, $1) }
    guard let page, !diagnostics.contains(where: { $0.0.severity == .error }) else {
      return diagnostics
    }
    do throws(WholeFile.Fault) {
      try WholeFile.update(page.html, at: "\(outputFolder)/\(library.address)")
    } catch {
      diagnostics.append((Self.fault(error, library.address), nil))
    }
    return diagnostics
  }

  /// The page of a library, and what is wrong with it.
  func page(
    of library: DeclarationLinks.Library
  ) async -> (page: Page?, faults: [(Diagnostic, SourceText)]) {
    let making = LibraryMaking(
      library.module,
      of: course.project,
      by: runner,
      in: files
    )
    let outcome = await making.outcome()
    let steps = library.address.count { $0 == "/" }
    let page = renderer.page(
      outcome.page,
      at: reading.page(of: library),
      like: bare,
      assetsPrefix: String(repeating: "../", count: steps) + AssetFolder.name + "/"
    )
    return (page, outcome.diagnostics + page.diagnostics.map { ($0, course.project.source) })
  }

  /// - Parameter names: receives the names of the pages.
  private func makePages(_ names: inout [String]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func write(_ bytes: [UInt8], _ name: String) {
      do throws(WholeFile.Fault) {
        try WholeFile.update(bytes, at: folder + name)
      } catch {
        diagnostics.append(Self.fault(error, folder + name))
      }
    }
    for made in reading.made {
      let page = page(made)
      diagnostics += page.diagnostics
      write(page.html, made.rawValue)
    }
    if let sitemap {
      write(sitemap, Self.sitemapName)
      write(Inventory(reading, labels.all).bytes, Inventory.fileName)
    }
    let (searchNames, faults) = search.write(to: folder)
    diagnostics += faults
    names += reading.made.map(\.rawValue) + searchNames + reading.downloads
    return diagnostics
  }

  /// One of the pages that no notebook is behind.
  /// - Parameter sourceMarks: see ``PageOptions/sourceMarks``.
  func page(_ made: CourseReading.Made, sourceMarks: String? = nil) -> Page {
    renderer.page(
      content(of: made),
      at: reading.page(of: made),
      like: bare,
      sourceMarks: sourceMarks
    )
  }

  private static let sitemapName = "sitemap.xml"

  /// The names of the files, from the course's folder on, but for those that hang on the texts of all pages.
  static func names(of reading: CourseReading) -> [String] {
    let forOthers = reading.course.project.url == nil ? [] : [sitemapName, Inventory.fileName]
    return reading.made.map(\.rawValue) + forOthers + SearchIndex.fixedNames
      + reading.libraries.all.map { CourseLibraries.page(of: $0.module) }
  }

  private func content(of made: CourseReading.Made) -> MadePage {
    switch made {
    case .start: .start
    case .statements: .statements(reading.statements)
    case .missing: .missing
    }
  }

  /// A notebook without text, which has the front matter of all.
  private var bare: Notebook {
    course.project.bareNotebook(named: CourseReading.Made.start.rawValue)
  }

  /// The names of all pages, from the course's folder on.
  private var pages: [String] {
    ownPages + reading.made.map(\.rawValue)
      + reading.libraries.all.map { CourseLibraries.page(of: $0.module) }
  }

  /// The names of those of notebooks.
  private var ownPages: [String] {
    course.notebooks.map { String($0.page.dropFirst(course.prefix.count)) }
  }

  /// The pages for search engines; `nil` where nobody says where they are.
  private var sitemap: [UInt8]? {
    guard let url = course.project.url else { return nil }
    let addresses = pages.filter { $0 != CourseReading.Made.missing.rawValue }
      .map { $0 == CourseReading.Made.start.rawValue ? "" : LocalAddress.encoded($0) }
    let entries = addresses.sorted().map {
      "<url><loc>\(Self.escaped("\(url)/\($0)"))</loc></url>\n"
    }
    let text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\(entries.joined())</urlset>\n"
    return Array(text.utf8)
  }

  private static func escaped(_ address: String) -> String {
    address.replacing("&", with: "&amp;").replacing("'", with: "&apos;")
      .replacing("\"", with: "&quot;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  static func fault(_ fault: WholeFile.Fault, _ path: String) -> Diagnostic {
    Diagnostic(.error, .cannotWrite, "it cannot be written: \(fault.message)", path: path)
  }
}
