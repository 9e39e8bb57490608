import Documents
import Files
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

  private var course: Course { reading.course }
  private var folder: String { outputFolder + "/" + course.prefix }

  /// Makes all that there is in a form: what has no notebook is for browsers alone.
  /// - Returns: what is wrong with that.
  func make(for form: PageForm) -> [Diagnostic] {
    // What was around the pages goes with the list of chapters.
    guard course.project.chapters != nil else { return PageList(in: folder).end(keeping: ownPages) }
    var others: [String] = []
    let diagnostics = form == .html ? makePages(&others) : []
    if form == .pdf, CourseBook.isMade(of: course) { others.append(CourseBook.name) }
    return diagnostics + PageList(in: folder).replace(by: ownPages, others, in: form)
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
  private var pages: [String] { ownPages + reading.made.map(\.rawValue) }

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
