import Files
import NotebookHTML
import NotebookLayout
import ResultStore
import Typesetting

/// What the pages of a course show of each other: titles, definitions and theorems, read out of its
/// notebooks.
struct CourseReading: Sendable {
  /// The pages that no notebook is behind, by their names in the course's folder.
  enum Made: String, CaseIterable {
    case start = "index.html"
    case statements = "definitions.html"
    case missing = "404.html"
  }

  let course: Course
  let outline: CourseOutline
  /// For each chapter its definitions and theorems.
  let statements: [[MadePage.Statement]]
  /// What is handed out beside the pages, by its place in the course's folder.
  let downloads: [String]
  /// Tells what all pages show of the course from any other.
  let digest: String
  /// The same for what the list of definitions and theorems says besides.
  let statementsDigest: String
  /// The pages that no notebook is behind.
  let made: [Made]
  /// The libraries that have pages.
  let libraries: CourseLibraries
  private let edit: EditAddress?
  private let places: [PathKey: Int]
  private let summaries: [NotebookSummary]

  /// - Parameters:
  ///   - use: where it is kept what is read out of a notebook.
  ///   - files: how the notebooks are read.
  ///   - typesetter: sets the formulas in titles.
  ///   - earlier: what was read before, of the same course; `nil` for nothing.
  ///   - hasChanged: tells which notebooks changed since.
  init(
    _ course: Course,
    _ use: StoreUse?,
    in files: FileView,
    settingBy typesetter: Typesetter? = nil,
    after earlier: CourseReading? = nil,
    where hasChanged: (String) -> Bool = { _ in true }
  ) {
    self.course = course
    let reading = CourseSummaries(course, use, in: files)
    let summaries =
      earlier.map { reading.all(since: $0.summaries, where: hasChanged) } ?? reading.all
    self.summaries = summaries
    statements = summaries.map { summary in
      summary.statements.map {
        MadePage.Statement(name: $0.name, title: $0.title, anchor: $0.anchor)
      }
    }
    downloads = summaries.flatMap(\.downloads)
    edit = EditAddress(course.project, in: files)
    made = Self.made(course, hasStatements: summaries.contains { !$0.statements.isEmpty })
    libraries =
      course.project.chapters == nil
      ? CourseLibraries()
      : CourseLibraries(of: course.project, prefix: course.prefix, in: files)
    outline = Self.outline(
      course,
      summaries,
      libraries,
      hasStatements: made.contains(.statements),
      typesetter
    )
    places = Dictionary(
      course.chapters.enumerated().map { (PathKey($1.input.page), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let chapters = outline.chapters.flatMap {
      ["\($0.listedTitle)", $0.address, "\($0.number ?? 0)", "\($0.part ?? -1)"]
    }
    let contents =
      outline.parts + [outline.statements ?? "", edit?.start ?? ""] + chapters + libraries.texts
    digest = Self.digest(contents)
    statementsDigest = Self.digest(
      contents
        + statements.flatMap { list in list.flatMap { [$0.name, "\($0.title)", $0.anchor] } + [""] }
    )
  }

  private static func digest(_ texts: [String]) -> String {
    // No text holds a zero byte.
    Fingerprint(of: Array(texts.joined(separator: "\0").utf8)).shortName
  }

  private static func made(_ course: Course, hasStatements: Bool) -> [Made] {
    guard course.project.chapters != nil else { return [] }
    let taken = Set(course.notebooks.map { PathKey($0.page) })
    return Made.allCases.filter { page in
      // A notebook of that name stands above it.
      guard !taken.contains(PathKey(course.prefix + page.rawValue)) else { return false }
      return switch page {
      case .start: true
      case .statements: hasStatements
      case .missing: course.project.url != nil
      }
    }
  }

  private static func outline(
    _ course: Course,
    _ summaries: [NotebookSummary],
    _ libraries: CourseLibraries,
    hasStatements: Bool,
    _ typesetter: Typesetter?
  ) -> CourseOutline {
    let project = course.project
    // Parts without a page are not shown.
    var parts: [ProjectFile.Part] = []
    let chapters = zip(course.chapters, summaries).map { chapter, summary in
      if let part = chapter.part, parts.last != part { parts.append(part) }
      return CourseOutline.Chapter(
        number: project.numbersChapters ? chapter.number : nil,
        title: summary.title,
        listedTitle: summary.listedTitle,
        address: LocalAddress.encoded(chapter.input.page),
        part: chapter.part == nil ? nil : parts.count - 1
      )
    }
    let prefix = LocalAddress.encoded(course.prefix)
    let typography = Typography(project.bareNotebook(named: "").frontMatter)
    return CourseOutline(
      title: project.title.map { typography.set($0) },
      authors: project.authors,
      license: project.license,
      language: project.language,
      url: project.url,
      prefix: prefix,
      parts: parts.map { typography.set($0.title) },
      chapters: chapters,
      statements: hasStatements ? prefix + Made.statements.rawValue : nil,
      libraries: libraries.all,
      typesetter: typesetter
    )
  }

  /// The place of a notebook's page in the course.
  func page(of input: NotebookInput) -> CoursePage {
    CoursePage(
      in: outline,
      at: LocalAddress.encoded(input.page),
      chapter: places[PathKey(input.page)],
      editAddress: edit.flatMap { edit in
        course.project.inner(of: input.path).map(edit.address(of:))
      }
    )
  }

  /// The place of a library's page.
  func page(of library: DeclarationLinks.Library) -> CoursePage {
    CoursePage(in: outline, at: library.address)
  }

  /// The place of a page that no notebook is behind.
  func page(of made: Made) -> CoursePage {
    CoursePage(in: outline, at: outline.prefix + made.rawValue, isAnywhere: made == .missing)
  }
}
