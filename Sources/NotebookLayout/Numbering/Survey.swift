import NotebookSyntax

/// What must be known of a whole notebook before its first block can be written.
struct Survey: Sendable {
  /// A heading and where it stands.
  struct Place: Sendable {
    var heading: Heading
    /// Its words as the page shows them.
    var words: [Inline]
    /// The offset of its first byte in the source, by which it is found again.
    var offset: Int
    /// Whether it divides the notebook, which a heading inside a quote or a list does not.
    var isSection: Bool
  }

  /// A theorem or its like, and where it stands.
  struct TheoremPlace: Sendable {
    var kind: Theorem.Kind
    var label: Label?
    /// What it is called.
    var title: [Inline]
    /// The offset of its first byte in the source, by which it is found again.
    var offset: Int
  }

  /// Every heading, in order.
  private(set) var headings: [Place] = []
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
  private let typography: Typography

  /// - Parameters:
  ///   - notebook: the notebook, as it was read.
  ///   - typography: gives titles and headings their signs.
  init(_ notebook: Notebook, _ typography: Typography) {
    self.typography = typography
    endsWithHeading = if case .heading? = notebook.blocks.last?.content { true } else { false }
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
    case .heading(let heading):
      let offset = block.range.lowerBound
      headings.append(
        Place(
          heading: heading,
          words: typography.set(heading.inlines),
          offset: offset,
          isSection: depth == 0
        )
      )
    case .quote(let blocks), .unknown(_, let blocks): visitInside(blocks)
    case .callout(let callout): visitInside(callout.blocks)
    case .theorem(let theorem):
      let offset = block.range.lowerBound
      theorems.append(
        TheoremPlace(
          kind: theorem.kind,
          label: theorem.label,
          title: typography.set(theorem.title),
          offset: offset
        )
      )
      visitInside(theorem.blocks)
    case .list(let list): for item in list.items { visitInside(item.blocks) }
    case .cell(let cell): visit(cell)
    case .output(let fence):
      if let cell = fence.cell, fences[cell] == nil { fences[cell] = fence }
    case .paragraph, .formula, .html, .table, .figure, .code, .thematicBreak: break
    }
  }

  private mutating func visit(_ cell: Cell) {
    guard cell.isHidden else { return }
    hiddenCells.insert(cell.id)
    if let label = cell.label { hiddenLabels.insert(label.name) }
  }
}
