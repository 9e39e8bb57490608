import NotebookSyntax

/// What the head of a page tells machines of its place in a course.
struct CourseHead {
  let page: CoursePage
  /// The page's title without markup.
  let title: String
  let authors: [String]
  let date: CalendarDate?
  let description: String?

  var html: HTMLWriter {
    var html = HTMLWriter()
    func line(_ node: HTMLNode) {
      if !html.bytes.isEmpty { html.endLine() }
      html.write(node)
    }
    for (relation, chapter) in [("prev", page.previous), ("next", page.next)] {
      guard let chapter else { continue }
      line(link(relation, page.link(to: chapter.address)))
    }
    guard !page.isAnywhere, let address = page.outline.webAddress(of: page.address) else {
      return html
    }
    line(link("canonical", address))
    let isStart = page.address == page.outline.start
    line(property("og:type", isStart ? "website" : "article"))
    line(property("og:title", title))
    line(property("og:url", address))
    if let name = page.outline.title { line(property("og:site_name", name)) }
    if let description { line(property("og:description", description)) }
    line(name("citation_title", title))
    for author in authors { line(name("citation_author", author)) }
    if let date { line(name("citation_publication_date", date.text.replacing("-", with: "/"))) }
    if !isStart, let book = page.outline.title { line(name("citation_inbook_title", book)) }
    line(name("citation_public_url", address))
    return html
  }

  private func link(_ relation: String, _ address: String) -> HTMLNode {
    .void("link", [HTMLAttribute("rel", relation), .href(address)])
  }

  private func property(_ name: String, _ content: String) -> HTMLNode {
    .void("meta", [HTMLAttribute("property", name), HTMLAttribute("content", content)])
  }

  private func name(_ name: String, _ content: String) -> HTMLNode {
    .void("meta", [HTMLAttribute("name", name), HTMLAttribute("content", content)])
  }
}
