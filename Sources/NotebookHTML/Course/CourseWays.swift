import NotebookLayout

/// The ways that lead from a page of a course to those around it.
struct CourseWays {
  let page: CoursePage

  /// From the course by way of the part to the page; empty on the course's start.
  /// - Parameter title: the page's title without markup.
  func trail(to title: String) -> HTMLWriter {
    guard page.address != page.outline.start else { return HTMLWriter() }
    var steps = [page.link(to: page.outline.start, [.text(page.outline.name)])]
    if let part = page.current?.part { steps.append(.text(page.outline.parts[part])) }
    let items = steps.map { HTMLNode.element("li", [], [$0]) }
    let words = page.current.map(page.outline.words) ?? [.text(title)]
    let current = HTMLNode.element("li", [.current], words)
    return HTMLWriter([
      .element(
        "nav",
        [.class("trail"), .label(page.words[.trail])],
        [.element("ol", [], items + [current])]
      )
    ])
  }

  /// To the chapters before and after; empty where there are none.
  var pager: HTMLWriter {
    func link(
      _ chapter: CourseOutline.Chapter?,
      _ words: String,
      _ relation: String
    ) -> [HTMLNode] {
      guard let chapter else { return [] }
      let label = HTMLNode.element("span", [.class("direction")], [.text(words)])
      let title = HTMLNode.element("span", [.class("name")], page.outline.words(of: chapter))
      return [
        .element(
          "a",
          [
            .class(relation), .href(page.link(to: chapter.address)),
            HTMLAttribute("rel", relation),
          ],
          [label, .text(" "), title]
        )
      ]
    }
    let links =
      link(page.previous, page.words[.previous], "prev")
      + link(page.next, page.words[.next], "next")
    guard !links.isEmpty else { return HTMLWriter() }
    return HTMLWriter([.element("nav", [.class("pager"), .label(page.words[.chapters])], links)])
  }

  /// What stands at the page's foot: where it can be changed, and its licence.
  var foot: HTMLWriter {
    var lines: [HTMLNode] = []
    if let address = page.editAddress {
      let link = HTMLNode.element("a", [.href(address)], [.text(page.words[.edit])])
      lines.append(.element("p", [], [link]))
    }
    if let license = page.outline.license {
      let words: HTMLNode =
        license.hasPrefix("https://") || license.hasPrefix("http://")
        ? .element("a", [.href(license), HTMLAttribute("rel", "license")], [.text(license)])
        : .text(license)
      lines.append(.element("p", [], [.text(page.words[.license] + ": "), words]))
    }
    return HTMLWriter(lines)
  }
}
