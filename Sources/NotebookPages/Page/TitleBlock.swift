import NotebookSyntax

/// The title of a page and where it comes from.
struct TitleBlock: Sendable {
  /// The title as the page shows it; empty where the notebook has none.
  private(set) var title: [Inline]
  /// The name that a link to the title uses.
  private(set) var anchor = "title"
  /// The name that its author gave it.
  private(set) var label: String?
  /// The offset of the heading that is the title; `nil` where the front matter gives it.
  private(set) var headingOffset: Int?

  /// The front matter's title, or else the first heading if the notebook begins with a large one.
  ///
  /// A notebook that says its title in both places, so that it reads well unrendered too, has it
  /// once on its page.
  init(_ notebook: Notebook) {
    title = notebook.frontMatter.titleText ?? []
    let first = notebook.blocks.first(where: \.isShown)
    guard let first, case .heading(let heading) = first.content, heading.level == 1 else { return }
    guard title.isEmpty || title.plainText == heading.inlines.plainText else { return }
    title = heading.inlines
    label = heading.label?.name
    anchor = label ?? Slug.make(from: heading.inlines)
    headingOffset = first.range.lowerBound
  }
}

extension Block {
  fileprivate var isShown: Bool {
    if case .cell(let cell) = content { !cell.isHidden } else { true }
  }
}

extension BodyWriter {
  /// The head of the page; nothing where the notebook does not say anything for it.
  mutating func nodes(_ block: TitleBlock, _ frontMatter: FrontMatter) -> [HTMLNode] {
    var lines: [HTMLNode] = []
    let place = frontMatter.range ?? 0..<0
    if block.headingOffset != nil {
      lines.append(.element("h1", anchor(block.anchor), nodes(block.title)))
    } else if !block.title.isEmpty {
      lines.append(
        .element("h1", anchor(block.anchor), inFrontMatter(at: place) { $0.nodes(block.title) })
      )
    }
    if let subtitle = frontMatter.subtitleText {
      let words = inFrontMatter(at: place) { $0.nodes(subtitle) }
      lines.append(.element("p", [.class("subtitle")], words))
    }
    let authors = frontMatter.authors.map { author in
      HTMLNode.element("span", [.class("author")], [.text(author)])
    }
    if !authors.isEmpty { lines.append(.element("p", [.class("authors")], authors)) }
    if let date = frontMatter.date {
      lines.append(.element("p", [.class("date")], [node(date: date)]))
    }
    if let abstract = frontMatter.abstractBlocks {
      let text = inFrontMatter(at: place) { $0.written(abstract) }
      let attributes: [HTMLAttribute] = [.class("abstract"), .role("group"), .label("Abstract")]
      lines.append(.element("div", attributes, [.text("\n"), text]))
    }
    guard !lines.isEmpty else { return [] }
    let spaced = lines.flatMap { [$0, .text("\n")] }
    return [.element("header", [.class("title-block")], [.text("\n")] + spaced)]
  }

  private func node(date: String) -> HTMLNode {
    let isISO = date.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil
    return isISO ? .element("time", [HTMLAttribute("datetime", date)], [.text(date)]) : .text(date)
  }
}
