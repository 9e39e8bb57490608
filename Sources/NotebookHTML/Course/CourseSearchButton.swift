import NotebookLayout

/// The button by which a reader begins to search in the course. A script shows it, and loads what searches.
struct CourseSearchButton {
  let page: CoursePage

  var html: HTMLWriter {
    let key = HTMLNode.element("kbd", [HTMLAttribute("aria-hidden", "true")], [.text("/")])
    // The script has no words of its own.
    let attributes: [HTMLAttribute] = [
      .class("search"), HTMLAttribute("type", "button"), .flag("hidden"),
      HTMLAttribute("aria-haspopup", "dialog"), HTMLAttribute("aria-keyshortcuts", "/"),
      HTMLAttribute("data-folder", page.link(to: page.outline.prefix)),
      HTMLAttribute("data-label", page.words[.searchIn]),
      HTMLAttribute("data-hint", page.words[.searchHint]),
      HTMLAttribute("data-results", page.words[.results]),
      HTMLAttribute("data-none", page.words[.noResults]),
      HTMLAttribute("data-one", page.words[.oneResult]),
      HTMLAttribute("data-count", page.words[.resultCount]),
      HTMLAttribute("data-close", page.words[.close]),
      HTMLAttribute("data-missing", page.words[.noSearch]),
    ]
    return HTMLWriter([.element("button", attributes, [.text(page.words[.search] + " "), key])])
  }
}
