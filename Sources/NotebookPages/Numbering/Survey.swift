import NotebookSyntax

/// What must be known of a whole notebook before its first block can be written.
struct Survey: Sendable {
  /// A heading and where it stands.
  struct Place: Sendable {
    var heading: Heading
    /// The offset of its first byte in the source, by which it is found again.
    var offset: Int
    /// Whether it divides the notebook, which a heading inside a quote or a list does not.
    var isSection: Bool
  }

  /// A theorem or its like, and where it stands.
  struct TheoremPlace: Sendable {
    var kind: Theorem.Kind
    var label: Label?
    /// The offset of its first byte in the source, by which it is found again.
    var offset: Int
  }

  /// Every heading, in order.
  private(set) var headings: [Place] = []
  /// Every display formula, in order, if the page numbers formulas at all.
  private(set) var displayFormulas: [Formula] = []
  /// Every theorem and its like, in order.
  private(set) var theorems: [TheoremPlace] = []
  /// The first `output` fence of each cell, by the cell's id.
  private(set) var fences: [Int: OutputFence] = [:]
  /// The cells that the page does not show.
  private(set) var hiddenCells: Set<Int> = []
  /// The labels on those cells, to which nothing can link.
  private(set) var hiddenLabels: Set<String> = []

  /// Whether the notebook ends with a heading, under which the page's own list of references goes.
  let endsWithHeading: Bool

  private var depth = 0
  // Where no formula has a label, MathJax counts alone, and running text need not be looked through.
  private let readsText: Bool

  init(_ notebook: Notebook) {
    endsWithHeading = if case .heading? = notebook.blocks.last?.content { true } else { false }
    readsText = notebook.labels.contains { $0.kind == .equation }
    visit(notebook.blocks)
    depth += 1
    for footnote in notebook.footnotes { visit(footnote.blocks) }
    depth -= 1
  }

  private mutating func visit(_ blocks: [Block]) {
    for block in blocks { visit(block) }
  }

  private mutating func visitInside(_ blocks: [Block]) {
    depth += 1
    visit(blocks)
    depth -= 1
  }

  private mutating func visit(_ block: Block) {
    switch block.content {
    case .paragraph(let inlines): visit(inlines)
    case .heading(let heading):
      let offset = block.range.lowerBound
      headings.append(Place(heading: heading, offset: offset, isSection: depth == 0))
      visit(heading.inlines)
    case .quote(let blocks), .unknown(_, let blocks): visitInside(blocks)
    case .callout(let callout):
      visit(callout.title)
      visitInside(callout.blocks)
    case .theorem(let theorem):
      let offset = block.range.lowerBound
      theorems.append(TheoremPlace(kind: theorem.kind, label: theorem.label, offset: offset))
      visit(theorem.title)
      visitInside(theorem.blocks)
    case .list(let list): for item in list.items { visitInside(item.blocks) }
    case .cell(let cell): visit(cell)
    case .output(let fence):
      if let cell = fence.cell, fences[cell] == nil { fences[cell] = fence }
    case .formula(let formula): visit(formula)
    case .html(let parts):
      for case .formula(let formula) in parts { visit(formula) }
    case .table(let table):
      for cell in table.header.cells { visit(cell) }
      for row in table.rows { for cell in row.cells { visit(cell) } }
      if let caption = table.caption { visit(caption) }
    case .figure(let image): visit(image.inlines)
    case .code, .thematicBreak: break
    }
  }

  private mutating func visit(_ cell: Cell) {
    if cell.isHidden {
      hiddenCells.insert(cell.id)
      if let label = cell.label { hiddenLabels.insert(label.name) }
    } else if let caption = cell.caption {
      visit(caption)
    }
  }

  private mutating func visit(_ formula: Formula) {
    if readsText, formula.style == .display { displayFormulas.append(formula) }
  }

  private mutating func visit(_ inlines: [Inline]) {
    guard readsText else { return }
    for inline in inlines {
      switch inline {
      case .formula(let formula): visit(formula)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): visit(inner)
      case .unknown(_, let inner): visit(inner)
      case .link(let link): visit(link.inlines)
      // An image's description becomes plain text.
      case .text, .softBreak, .lineBreak, .code, .html, .value, .reference, .citation: break
      case .image, .footnoteReference: break
      }
    }
  }
}
