import NotebookSyntax

/// The title of a page and where it comes from.
package struct TitleBlock: Sendable {
  /// The title as the page shows it; empty where the notebook has none.
  package private(set) var title: [Inline]
  /// The name that a link to the title uses.
  package private(set) var anchor = "title"
  /// The name that its author gave it.
  package private(set) var label: String?
  /// The offset of the heading that is the title; `nil` where the front matter gives it.
  package private(set) var headingOffset: Int?

  /// The front matter's title, or else the first heading if the notebook begins with a large one.
  ///
  /// A notebook that says its title in both places, so that it reads well unrendered too, has it
  /// once on its page.
  ///
  /// - Parameters:
  ///   - notebook: the notebook, as it was read.
  ///   - typography: gives the title its signs.
  init(_ notebook: Notebook, _ typography: Typography) {
    self.init(notebook)
    title = typography.set(title)
  }

  /// See ``init(_:_:)``; the title is as its author wrote it.
  package init(_ notebook: Notebook) {
    title = notebook.frontMatter.titleText ?? []
    let first = notebook.blocks.first(where: \.isShown)
    guard let first, case .heading(let heading) = first.content, heading.level == 1 else { return }
    guard title.isEmpty || title.plainText == heading.inlines.plainText else { return }
    title = heading.inlines
    label = heading.label?.name
    anchor = label ?? Slug.make(from: heading.inlines)
    headingOffset = first.range.lowerBound
  }

  /// The name of a file without its folder and its ending, for a page without a title.
  package static func fileName(in path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.split(separator: ".").first ?? name)
  }
}

extension Block {
  fileprivate var isShown: Bool {
    if case .cell(let cell) = content { !cell.isHidden } else { true }
  }
}
