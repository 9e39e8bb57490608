import NotebookLayout

/// One page's place in its course.
public struct CoursePage: Sendable {
  /// The course.
  public var outline: CourseOutline
  /// The page's address, from the output folder on.
  public var address: String
  /// Its place among the chapters, from 0; `nil` where it is none.
  public var chapter: Int?
  /// Where its notebook can be changed.
  public var editAddress: String?
  /// Whether readers come to the page from any address, as they do where there is no page.
  public var isAnywhere: Bool

  /// - Parameters:
  ///   - outline: the course.
  ///   - address: the page's address, from the output folder on.
  ///   - chapter: its place among the chapters, from 0.
  ///   - editAddress: where its notebook can be changed.
  ///   - isAnywhere: whether readers come to the page from any address.
  public init(
    in outline: CourseOutline,
    at address: String,
    chapter: Int? = nil,
    editAddress: String? = nil,
    isAnywhere: Bool = false
  ) {
    self.outline = outline
    self.address = address
    self.chapter = chapter
    self.editAddress = editAddress
    self.isAnywhere = isAnywhere
  }

  /// The words around the page.
  var words: Words { outline.words }

  /// What links of this page begin with.
  var way: String {
    if isAnywhere, let url = outline.url { return url + "/" }
    return String(repeating: "../", count: address.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// The address of another page in links of this one.
  func link(to other: String) -> String {
    if isAnywhere, let address = outline.webAddress(of: other) { return address }
    return way + other
  }

  /// A link to another page.
  func link(
    to other: String,
    _ words: [HTMLNode],
    _ attributes: [HTMLAttribute] = []
  ) -> HTMLNode {
    .element("a", [.href(link(to: other))] + attributes, words)
  }

  var current: CourseOutline.Chapter? { chapter.map { outline.chapters[$0] } }

  var previous: CourseOutline.Chapter? {
    guard let chapter, chapter > 0 else { return nil }
    return outline.chapters[chapter - 1]
  }

  var next: CourseOutline.Chapter? {
    guard let chapter, chapter + 1 < outline.chapters.count else { return nil }
    return outline.chapters[chapter + 1]
  }
}
