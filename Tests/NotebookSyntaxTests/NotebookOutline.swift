import NotebookSyntax

/// A notebook's tree in the form of ``CMarkProgram/outline(_:)``.
struct NotebookOutline {
  private(set) var lines: [String] = ["document"]

  init(_ notebook: Notebook) {
    let blocks = notebook.blocks.changingText { $0.withoutEscapes() } ?? notebook.blocks
    for block in blocks { add(block, 1) }
    lines.removeAll { $0.hasSuffix("text ") }
  }

  private mutating func line(_ text: String, _ depth: Int) {
    lines.append(String(repeating: " ", count: depth) + text)
  }

  private mutating func add(_ block: Block, _ depth: Int) {
    switch block.content {
    case .paragraph(let inlines):
      line("paragraph", depth)
      add(inlines, depth + 1)
    case .heading(let heading):
      line("heading level=\(heading.level)", depth)
      add(heading.inlines, depth + 1)
    case .quote(let blocks):
      line("block_quote", depth)
      for block in blocks { add(block, depth + 1) }
    case .list(let list):
      let kind = list.start.map { "ordered start=\($0)" } ?? "bullet"
      line("list type=\(kind) tight=\(list.isTight)", depth)
      for item in list.items {
        line(item.isDone.map { "tasklist completed=\($0)" } ?? "item", depth + 1)
        for block in item.blocks { add(block, depth + 2) }
      }
    case .code(let code): line("code_block \(code.text)", depth)
    case .html(let parts):
      let text = parts.map { part in
        if case .raw(let text) = part { text } else { "?" }
      }
      line("html_block \(text.joined())", depth)
    case .table(let table):
      line("table", depth)
      for (index, row) in ([table.header] + table.rows).enumerated() {
        line(index == 0 ? "table_header" : "table_row", depth + 1)
        for cell in row.cells {
          line("table_cell", depth + 2)
          add(cell, depth + 3)
        }
      }
    case .thematicBreak: line("thematic_break", depth)
    default: line("? \(block.content)", depth)
    }
  }

  private mutating func add(_ inlines: [Inline], _ depth: Int) {
    for inline in inlines { add(inline, depth) }
  }

  private mutating func add(_ inline: Inline, _ depth: Int) {
    switch inline {
    case .text(let text): line("text \(text)", depth)
    case .softBreak: line("softbreak", depth)
    case .lineBreak: line("linebreak", depth)
    case .code(let text): line("code \(text)", depth)
    case .html(let text): line("html_inline \(text)", depth)
    case .emphasis(let inlines): add("emph", inlines, depth)
    case .strong(let inlines): add("strong", inlines, depth)
    case .strikethrough(let inlines): add("strikethrough", inlines, depth)
    case .link(let link):
      add("link destination=\(link.destination) title=\(link.title)", link.inlines, depth)
    case .image(let image):
      add("image destination=\(image.source) title=\(image.title)", image.inlines, depth)
    default: line("? \(inline)", depth)
    }
  }

  private mutating func add(_ name: String, _ inlines: [Inline], _ depth: Int) {
    line(name, depth)
    add(inlines, depth + 1)
  }
}
