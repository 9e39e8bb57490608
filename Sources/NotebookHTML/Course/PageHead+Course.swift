extension PageHead {
  /// The names of what a template gets of a course.
  static let courseKeys = [
    "courseHead", "courseSearch", "courseContents", "courseTrail", "coursePager", "courseFoot",
    "courseData", "isMade",
  ]

  /// What a template gets of the course around a page: its parts as markup, and what they are made of.
  ///
  /// - Parameters:
  ///   - title: the page's title without markup.
  ///   - sections: the page's own sections, as a list; empty for none.
  func courseValues(
    _ page: CoursePage,
    title: String,
    _ sections: HTMLWriter
  ) -> [String: Any] {
    func markup(_ html: HTMLWriter) -> String? { html.bytes.isEmpty ? nil : html.text }
    let ways = CourseWays(page: page)
    let head = CourseHead(
      page: page,
      title: title,
      authors: frontMatter.authors.isEmpty ? page.outline.authors : frontMatter.authors,
      date: frontMatter.day,
      description: description
    )
    var values: [String: Any] = [:]
    values["courseHead"] = markup(head.html)
    values["courseFoot"] = markup(ways.foot)
    values["courseData"] = data(of: page)
    guard !page.outline.chapters.isEmpty else { return values }
    values["courseSearch"] = CourseSearchButton(page: page).html.text
    values["courseContents"] = CourseContents(page: page, sections: sections).html.text
    values["courseTrail"] = markup(ways.trail(to: title))
    values["coursePager"] = markup(ways.pager)
    return values
  }

  /// What templates of one's own are made with.
  private func data(of page: CoursePage) -> [String: Any] {
    func data(_ chapter: CourseOutline.Chapter?) -> [String: Any]? {
      chapter.map { chapter in
        var values: [String: Any] = [
          "title": chapter.title, "address": page.link(to: chapter.address),
        ]
        values["number"] = chapter.number.map(String.init)
        values["part"] = chapter.part.map { page.outline.parts[$0] }
        return values
      }
    }
    var values: [String: Any] = [
      "title": page.outline.name, "authors": page.outline.authors,
      "start": page.link(to: page.outline.start),
    ]
    values["url"] = page.outline.url
    values["license"] = page.outline.license
    values["edit"] = page.editAddress
    values["canonical"] = page.outline.webAddress(of: page.address)
    values["chapter"] = data(page.current)
    values["previous"] = data(page.previous)
    values["next"] = data(page.next)
    return values
  }
}
