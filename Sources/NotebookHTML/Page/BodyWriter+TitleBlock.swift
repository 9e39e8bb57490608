import NotebookLayout
import NotebookSyntax

extension BodyWriter {
  /// The head of the page; nothing where the notebook does not say anything for it.
  mutating func titleBlock() -> [HTMLNode] {
    let block = context.layout.title
    let frontMatter = context.layout.notebook.frontMatter
    var lines: [HTMLNode] = []
    let place = frontMatter.range ?? 0..<0
    let number = context.layout.chapter.map { [sectionNumber(String($0)), .text(" ")] } ?? []
    if let offset = block.headingOffset {
      markupPlace = MarkupPlace(context.layout.firstLine(of: offset))
      defer { markupPlace = nil }
      lines.append(.element("h1", anchor(block.anchor), number + nodes(block.title)))
    } else if !block.title.isEmpty {
      let title = inFrontMatter(at: place) { $0.nodes(block.title) }
      lines.append(.element("h1", anchor(block.anchor), number + title))
    }
    if let subtitle = frontMatter.subtitleText {
      let words = inFrontMatter(at: place) { $0.nodes(subtitle) }
      lines.append(.element("p", [.class("subtitle")], words))
    }
    let authors = frontMatter.authors.map { author in
      HTMLNode.element("span", [.class("author")], [.text(author)])
    }
    if !authors.isEmpty { lines.append(.element("p", [.class("authors")], authors)) }
    if let date = context.layout.date {
      let text = HTMLNode.text(date)
      let time = frontMatter.day.map { day in
        HTMLNode.element("time", [HTMLAttribute("datetime", day.text)], [text])
      }
      lines.append(.element("p", [.class("date")], [time ?? text]))
    }
    if let abstract = frontMatter.abstractBlocks {
      let text = inFrontMatter(at: place) { $0.written(abstract) }
      let attributes: [HTMLAttribute] = [
        .class("abstract"), .role("group"), .label(context.words[.abstract]),
      ]
      lines.append(.element("div", attributes, [.text("\n"), text]))
    }
    guard !lines.isEmpty else { return [] }
    let spaced = lines.flatMap { [$0, .text("\n")] }
    return [.element("header", [.class("title-block")], [.text("\n")] + spaced)]
  }
}
