import NotebookLayout
import NotebookSyntax
import Synchronization
import Typesetting

/// A course as all its pages show it around their own text.
public final class CourseOutline: Sendable {
  /// A chapter, as others link to it.
  public struct Chapter: Sendable, Hashable {
    /// Its number, where chapters have numbers.
    public var number: Int?
    /// Its title without markup.
    public var title: String
    /// Its title with code, emphasis and formulas.
    public var listedTitle: ListedTitle
    /// The address of its page, from the output folder on.
    public var address: String
    /// The place of its part among the parts, from 0.
    public var part: Int?

    /// - Parameters:
    ///   - number: its number, where chapters have numbers.
    ///   - title: its title without markup.
    ///   - listedTitle: the same with code, emphasis and formulas; `nil` where it has none.
    ///   - address: the address of its page, from the output folder on.
    ///   - part: the place of its part among the parts, from 0.
    public init(
      number: Int?,
      title: String,
      listedTitle: ListedTitle? = nil,
      address: String,
      part: Int?
    ) {
      self.number = number
      self.title = title
      self.listedTitle = listedTitle ?? ListedTitle([.text(title)])
      self.address = address
      self.part = part
    }
  }

  /// What the course is called; `nil` where nobody says.
  public let title: String?
  /// Who wrote it.
  public let authors: [String]
  /// Under which licence it is.
  public let license: String?
  /// Where its pages are on the web, without a slash at the end.
  public let url: String?
  /// The words around its pages.
  package let words: Words
  /// What stands before the addresses of its pages, from the output folder on: empty, or `course/`.
  public let prefix: String
  /// The titles of its parts.
  public let parts: [String]
  /// Its chapters, in order.
  public let chapters: [Chapter]
  /// The address of the list of definitions and theorems, from the output folder on; `nil` for none.
  public let statements: String?
  /// The libraries that it documents.
  public let libraries: [DeclarationLinks.Library]
  /// The formulas in its titles.
  let formulas: TitleFormulas
  /// The lists of chapters, by what stands before their addresses.
  private let lists = Mutex<[String: ChapterMarkup]>([:])

  /// - Parameters:
  ///   - title: what the course is called.
  ///   - authors: who wrote it.
  ///   - license: under which licence it is.
  ///   - language: the language of what is around its pages, as a BCP 47 tag.
  ///   - url: where its pages are on the web.
  ///   - prefix: what stands before the addresses of its pages, from the output folder on.
  ///   - parts: the titles of its parts.
  ///   - chapters: its chapters, in order.
  ///   - statements: the address of the list of definitions and theorems.
  ///   - libraries: the libraries that it documents.
  ///   - typesetter: sets the formulas in titles; without it they are plain text.
  public init(
    title: String?,
    authors: [String],
    license: String?,
    language: String = "en",
    url: String?,
    prefix: String,
    parts: [String],
    chapters: [Chapter],
    statements: String?,
    libraries: [DeclarationLinks.Library] = [],
    typesetter: Typesetter? = nil
  ) {
    self.title = title
    self.authors = authors
    self.license = license
    words = Words(in: language)
    self.url = url
    self.prefix = prefix
    self.parts = parts
    self.chapters = chapters
    self.statements = statements
    self.libraries = libraries
    formulas = TitleFormulas(typesetter)
  }

  /// Why formulas in its titles could not be set.
  var typesettingFaults: [TypesettingFault] { formulas.faults }

  /// The number and the title of a chapter.
  func words(of chapter: Chapter) -> [HTMLNode] {
    let title = nodes(of: chapter.listedTitle)
    guard let number = chapter.number else { return title }
    return [.element("span", [.class("section-number")], [.text(String(number))]), .text(" ")]
      + title
  }

  /// A title where a list has it.
  func nodes(of title: ListedTitle) -> [HTMLNode] {
    formulas.set(chapters.lazy.map(\.listedTitle))
    return formulas.nodes(of: title)
  }

  /// What a link to the course says.
  package var name: String { title ?? words[.course] }

  /// The address of its start, from the output folder on.
  var start: String { prefix + "index.html" }

  /// The chapters, as a page lists them. They are written once for all pages whose links begin alike.
  func list(for page: CoursePage) -> ChapterMarkup {
    lists.withLock { lists in
      if let known = lists[page.way] { return known }
      let list = ChapterMarkup(chapters, on: page)
      lists[page.way] = list
      return list
    }
  }

  /// The address of a page on the web; `nil` where nobody says where the pages are.
  /// - Parameter address: its address from the output folder on.
  func webAddress(of address: String) -> String? {
    guard let url else { return nil }
    let own = address.hasPrefix(prefix) ? String(address.dropFirst(prefix.count)) : address
    return own == "index.html" ? url + "/" : "\(url)/\(own)"
  }
}

/// Each chapter's line in a list.
struct ChapterMarkup: Sendable {
  /// Each as an element of a list.
  let items: [[UInt8]]

  init(_ chapters: [CourseOutline.Chapter], on page: CoursePage) {
    items = chapters.map { chapter in
      let link = page.link(to: chapter.address, page.outline.words(of: chapter))
      return HTMLWriter([.element("li", [], [link]), .text("\n")]).bytes
    }
  }
}

extension CourseOutline.Chapter {
  /// Its number and title without markup.
  var text: String { number.map { "\($0) \(title)" } ?? title }
}
