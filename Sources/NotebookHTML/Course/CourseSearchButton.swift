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
      HTMLAttribute("data-label", Words.searchIn), HTMLAttribute("data-hint", Words.searchHint),
      HTMLAttribute("data-results", Words.results), HTMLAttribute("data-none", Words.noResults),
      HTMLAttribute("data-one", Words.oneResult), HTMLAttribute("data-count", Words.resultCount),
      HTMLAttribute("data-close", Words.close), HTMLAttribute("data-missing", Words.noSearch),
    ]
    return HTMLWriter([.element("button", attributes, [.text(Words.search + " "), key])])
  }
}
