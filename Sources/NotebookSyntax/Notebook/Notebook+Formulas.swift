extension Notebook {
  /// Its formulas in the order of the text, but for those of its front matter.
  public var formulas: [Formula] {
    var formulas: [Formula] = []
    visit(blocks) { formulas.append($0) }
    for footnote in footnotes { visit(footnote.blocks) { formulas.append($0) } }
    return formulas.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func visit(_ blocks: [Block], _ body: (Formula) -> Void) {
    for block in blocks { visit(block, body) }
  }

  private func visit(_ block: Block, _ body: (Formula) -> Void) {
    switch block.content {
    case .paragraph(let inlines): visit(inlines, body)
    case .heading(let heading): visit(heading.inlines, body)
    case .quote(let blocks), .unknown(_, let blocks): visit(blocks, body)
    case .callout(let callout):
      visit(callout.title, body)
      visit(callout.blocks, body)
    case .theorem(let theorem):
      visit(theorem.title, body)
      visit(theorem.blocks, body)
    case .list(let list): for item in list.items { visit(item.blocks, body) }
    case .cell(let cell): visit(cell.caption ?? [], body)
    case .formula(let formula): body(formula)
    case .html(let parts):
      for case .formula(let formula) in parts { body(formula) }
    case .table(let table):
      visit(table.caption ?? [], body)
      for row in [table.header] + table.rows {
        for cell in row.cells { visit(cell, body) }
      }
    case .figure(let image): visit(image.inlines, body)
    case .code, .output, .thematicBreak: break
    }
  }

  private func visit(_ inlines: [Inline], _ body: (Formula) -> Void) {
    for inline in inlines {
      switch inline {
      case .formula(let formula): body(formula)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .unknown(_, let inner):
        visit(inner, body)
      case .link(let link): visit(link.inlines, body)
      case .image(let image): visit(image.inlines, body)
      case .reference(let reference): visit(reference.prefix ?? [], body)
      case .text, .escaped, .softBreak, .lineBreak, .code, .html, .footnoteReference, .value,
        .citation:
        break
      }
    }
  }
}
