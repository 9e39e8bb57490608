import NotebookLayout

/// The contents of a course beside one of its pages: the page is marked, and has its own sections.
struct CourseContents {
  let page: CoursePage
  /// The page's own sections, as a list; empty for none.
  let sections: HTMLWriter

  /// In a long course only the part that is read stands open.
  private static let mostOpen = 15
  /// Up to so many chapters each page lists all: the lists of all pages together grow with the square of the
  /// chapters. In a longer course it lists those around its own.
  private static let mostListed = 100
  private static let mostAround = 20

  var html: HTMLWriter {
    var html = HTMLWriter()
    html.open("nav", [.class("contents course"), .label(page.words[.course])])
    html.open("details")
    html.write(.element("summary", [], [.text(page.words[.contents])]))
    html.endLine()
    let start = page.link(to: page.outline.start, [.text(page.outline.name)])
    html.write(.element("p", [.class("course-title")], [start]))
    html.endLine()
    if page.chapter == nil, !sections.bytes.isEmpty { writeSections(in: &html) }
    html.open("ol", [.class("chapters")])
    html.endLine()
    writeChapters(in: &html)
    writeStatements(in: &html)
    writeLibraries(in: &html)
    html.close("ol")
    html.close("details")
    html.close("nav")
    return html
  }

  private func writeSections(in html: inout HTMLWriter) {
    html.open("div", [.class("sections")])
    html.write(.element("p", [], [.text(page.words[.onThisPage])]))
    html.write(.written(sections))
    html.close("div")
    html.endLine()
  }

  private func writeChapters(in html: inout HTMLWriter) {
    let outline = page.outline
    let list = outline.list(for: page)
    let listed = self.listed
    var open: Int?
    for index in listed {
      let chapter = outline.chapters[index]
      if chapter.part != open {
        if open != nil { closePart(in: &html) }
        open = chapter.part
        if let part = chapter.part { openPart(part, in: &html) }
      }
      if index == page.chapter {
        writeCurrent(chapter, in: &html)
      } else {
        html.write(bytes: list.items[index])
      }
    }
    if open != nil { closePart(in: &html) }
    if listed.count < outline.chapters.count { writeWayToAll(in: &html) }
  }

  /// The chapters that are listed.
  private var listed: Range<Int> {
    let count = page.outline.chapters.count
    if count <= Self.mostListed || page.address == page.outline.start { return 0..<count }
    guard let own = page.chapter else { return 0..<0 }
    return max(0, own - Self.mostAround)..<min(count, own + Self.mostAround + 1)
  }

  private func writeWayToAll(in html: inout HTMLWriter) {
    let link = page.link(to: page.outline.start, [.text(page.words[.allChapters])])
    html.write(.element("li", [.class("all-chapters")], [link]))
    html.endLine()
  }

  private func openPart(_ part: Int, in html: inout HTMLWriter) {
    let isOpen = page.outline.chapters.count <= Self.mostOpen || page.current?.part == part
    html.open("li", [.class("part")])
    html.open("details", isOpen ? [.flag("open")] : [])
    html.write(.element("summary", [], [.text(page.outline.parts[part])]))
    html.open("ol")
    html.endLine()
  }

  private func closePart(in html: inout HTMLWriter) {
    html.close("ol")
    html.close("details")
    html.close("li")
    html.endLine()
  }

  private func writeCurrent(_ chapter: CourseOutline.Chapter, in html: inout HTMLWriter) {
    html.open("li")
    html.write(page.link(to: chapter.address, page.outline.words(of: chapter), [.current]))
    if !sections.bytes.isEmpty {
      html.open("div", [.class("sections")])
      html.write(.written(sections))
      html.close("div")
    }
    html.close("li")
    html.endLine()
  }

  private func writeStatements(in html: inout HTMLWriter) {
    guard let address = page.outline.statements else { return }
    let current = address == page.address ? [HTMLAttribute.current] : []
    let link = page.link(to: address, [.text(page.words[.statements])], current)
    html.write(.element("li", [.class("statements")], [link]))
    html.endLine()
  }
}

extension CourseContents {
  fileprivate func writeLibraries(in html: inout HTMLWriter) {
    for (index, library) in page.outline.libraries.enumerated() {
      let current = library.address == page.address ? [HTMLAttribute.current] : []
      html.write(
        .element(
          "li",
          index == 0 ? [.class("libraries")] : [],
          [page.link(to: library, current)]
        )
      )
      html.endLine()
    }
  }
}

extension CoursePage {
  /// A link to the page of a library.
  func link(
    to library: DeclarationLinks.Library,
    _ attributes: [HTMLAttribute] = []
  ) -> HTMLNode {
    link(to: library.address, [.element("code", [], [.text(library.module)])], attributes)
  }
}

extension HTMLAttribute {
  /// Marks the link to the page itself.
  static let current = HTMLAttribute("aria-current", "page")
}
