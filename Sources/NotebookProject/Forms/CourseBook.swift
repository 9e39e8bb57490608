import Documents
import Files
import NotebookHTML
import NotebookPDF
import ResultStore

/// A whole course as one PDF file: its start, and then chapter after chapter.
///
/// 1. Each chapter is laid out as when its own page is made, but without anything around it.
/// 2. Its names get the chapter's number before them, and links between chapters lead within the file.
/// 3. The chapters follow the course's start page, and Chromium prints all of it.
struct CourseBook: Sendable {
  /// The file's name in the course's folder.
  static let name = "course.pdf"

  private let course: Course
  private let reading: CourseReading
  private let work: NotebookWork
  /// The page with which it begins.
  private let start: Page
  /// The list of definitions and theorems, with which it ends; `nil` where there is none.
  private let statements: Page?
  private let chapters: [NotebookInput]
  /// Their numbers by their pages, from 1.
  private let numbers: [PathKey: Int]

  /// - Parameters:
  ///   - course: the course.
  ///   - work: what makes its pages.
  ///   - page: a page that no notebook is behind, by what makes pages.
  init(
    _ course: Course,
    _ work: NotebookWork,
    page: (CourseReading.Made, PageRenderer) -> Page
  ) {
    self.course = course
    reading = work.site.courses.reading(of: course)
    start = page(.start, work.renderer)
    var work = work
    var site = work.renderer.site
    site.template = SiteOptions.Template(
      text: "{{{header}}}\n{{{content}}}\n",
      path: "chapter.mustache"
    )
    work.renderer = PageRenderer(site)
    self.work = work
    statements = reading.made.contains(.statements) ? page(.statements, work.renderer) : nil
    chapters = course.notebooks.map { course.member($0).inForm(.pdf) }
    numbers = Dictionary(
      chapters.enumerated().map { (PathKey($1.page), $0 + 1) }
    ) { first, _ in first }
  }

  /// Where it belongs.
  var path: String { "\(work.outputFolder)/\(course.prefix)\(Self.name)" }

  /// Makes it.
  /// - Returns: what is wrong; nothing is written then.
  func make() async -> [Diagnostic] {
    if numbers[PathKey(course.prefix + Self.name)] != nil {
      return [note("a notebook's page has this name, so the course is no file of its own")]
    }
    var text: [UInt8] = []
    for input in chapters {
      guard let chapter = await chapter(input) else {
        return [note("a chapter fails, so the course's own file is as it was")]
      }
      text += chapter
    }
    if let statements { text += section(Self.statements, moved(statements)) }
    var page = FormPage(start)
    page.bytes = moved(start)
    let end = page.bytes.lastRange(of: Array("</main>".utf8))?.lowerBound ?? page.bytes.endIndex
    page.bytes = Array(page.bytes[..<end]) + text + page.bytes[end...]
    page.paper = FormPage.Paper(title: reading.outline.name, authors: reading.outline.authors)
    let memo = memo(of: page)
    if isPrinted(memo) { return [] }
    do throws(WrittenPage.Fault) {
      page = try await PDFForm(renderer: work.renderer).finish(page, at: path)
      try write(page.bytes)
    } catch {
      return [error.diagnostic]
    }
    if work.store?.isFrozen == false { memo.keep([Fingerprint(of: page.bytes).shortName]) }
    return []
  }

  /// The file that was printed of the same pages by the same program, by what tells its bytes from any others.
  private func memo(of page: FormPage) -> Memo<[String]> {
    let kind = ResultKind("printed course", version: 1)
    let names = [path, page.paper?.title ?? ""] + (page.paper?.authors ?? [])
    return Memo(kind, in: work.store, .json) {
      guard let program = ThisProgram.stamp else { return nil }
      var parts = KeyParts(kind: kind)
      parts.add(.program, program)
      parts.add(.page, bytes: page.bytes)
      parts.add(.form, texts: names + PageForm.pdf.tools)
      return parts
    }
  }

  /// Whether the file lies there as it was printed. It gets today's date, as a page does.
  private func isPrinted(_ memo: Memo<[String]>) -> Bool {
    guard let known = memo.found(), [Fingerprint(ofFile: path)?.shortName] == known else {
      return false
    }
    return work.keepsSamePages || WholeFile.touch(path)
  }

  /// Whether a course has such a file.
  static func isMade(of course: Course) -> Bool {
    course.project.chapters != nil
      && !course.notebooks.contains {
        PathKey(PageForm.pdf.page(of: $0.page)) == PathKey(course.prefix + name)
      }
  }

  private func write(_ bytes: [UInt8]) throws(WrittenPage.Fault) {
    do throws(WholeFile.Fault) {
      try WholeFile.update(bytes, at: path)
    } catch {
      throw WrittenPage.Fault(.inputOutput, .cannotWrite, error.message, path)
    }
  }

  private func note(_ message: String) -> Diagnostic {
    Diagnostic(.note, .cannotWrite, message, path: path)
  }

  /// A chapter as a part of the book; `nil` where it fails.
  private func chapter(_ input: NotebookInput) async -> [UInt8]? {
    let own = work.noting(input)
    guard let number = numbers[PathKey(input.page)],
      let document = ReadDocument(input, in: own.files)
    else { return nil }
    let others = OtherPages(of: input, own.labels, own.site, own.files)
    let (laidOut, outcome) = await own.progress.following(input.path) { line in
      await own.layOut(document, input, others, line)
    }
    guard outcome.status == .success else { return nil }
    let markup = MovedMarkup(laidOut.page.bytes)
    // What is within formulas and charts has names that no other page has.
    let inner = [input.idPrefix, input.idPrefix.replacing("-", with: "_")]
    func isInner(_ name: String) -> Bool { inner.contains { name.contains($0) } }
    let moved = markup.renamed { name in
      isInner(name) ? nil : Self.name(name, in: number)
    } link: { address in
      guard address.hasPrefix("#") else { return link(address, from: input.page) }
      let name = LocalAddress.decoded(String(address.dropFirst()))
      return markup.names.contains(name) && !isInner(name)
        ? "#" + Self.name(name, in: number) : nil
    }
    return section(Self.anchor(number), moved)
  }

  private func section(_ anchor: String, _ content: [UInt8]) -> [UInt8] {
    let head = "<section class=\"chapter\" id=\"\(anchor)\" style=\"break-before: page\">\n"
    return Array(head.utf8) + content + Array("</section>\n".utf8)
  }

  /// A page that no notebook is behind, with its links as they are in the book.
  private func moved(_ page: Page) -> [UInt8] {
    MovedMarkup(page.html).renamed { _ in
      nil
    } link: { address in
      if let place = link(address, from: course.prefix + CourseReading.Made.start.rawValue) {
        return place
      }
      return address.hasPrefix("#") || LocalAddress(address) == nil
        ? nil : PDFLinks.scheme + address
    }
  }

  /// Where a link leads in the book; `nil` where it leads out of it.
  private func link(_ address: String, from page: String) -> String? {
    let plain =
      address.hasPrefix(PDFLinks.scheme)
      ? String(address.dropFirst(PDFLinks.scheme.count)) : address
    guard let local = LocalAddress(plain), !local.path.isEmpty else { return nil }
    let folder = RelativePath.folder(of: page)
    let names = RelativePath.names(LocalAddress.decoded(local.path), below: folder)
    let name = names.joined(separator: "/")
    if statements != nil, name == course.prefix + CourseReading.Made.statements.rawValue {
      return "#" + Self.statements
    }
    let path = PageForm.pdf.page(of: name)
    guard let number = numbers[PathKey(path)] else { return nil }
    guard let fragment = local.fragment, !fragment.isEmpty else {
      return "#" + Self.anchor(number)
    }
    return "#" + Self.name(LocalAddress.decoded(fragment), in: number)
  }

  private static let statements = "chapter-statements"

  private static func anchor(_ number: Int) -> String { "chapter-\(number)" }

  private static func name(_ name: String, in number: Int) -> String { "\(anchor(number))-\(name)" }
}
