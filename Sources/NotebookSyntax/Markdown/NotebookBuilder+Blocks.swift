import Documents

extension NotebookBuilder {
  /// The blocks of a whole document, whose nodes are freed one by one.
  mutating func blocks(consuming document: CMarkNode) -> [Block] {
    var blocks: [Block] = []
    var isCalls = droppedNotes > 0
    document.consumeChildren { child in
      if !isCalls { add(child, to: &blocks, depth: 1) }
      isCalls = false
    }
    dropComment()
    return blocks
  }

  mutating func blocks(in node: CMarkNode, depth: Int) -> [Block] {
    blocks(in: node, depth: depth, from: node.firstChild)
  }

  /// The blocks of a node from one of its children on.
  mutating func blocks(in node: CMarkNode, depth: Int, from first: CMarkNode?) -> [Block] {
    guard depth < Self.maximumDepth else {
      reportDepth(of: node, "blocks")
      return []
    }
    var blocks: [Block] = []
    var next = first
    while let child = next {
      add(child, to: &blocks, depth: depth + 1)
      next = child.next
    }
    return blocks
  }

  private mutating func add(_ node: CMarkNode, to blocks: inout [Block], depth: Int) {
    if node.kind == .footnoteDefinition {
      addFootnote(node, depth: depth)
    } else if let last = blocks.indices.last, addCaption(node, to: &blocks[last], depth: depth) {
      return
    } else if node.kind == .paragraph {
      dropComment()
      if node.beginsWithColon {
        note(foreign: ForeignMark.strayCaption(at: range(of: node).lowerBound, in: source))
      }
      blocks += Self.blocks(of: inlines(in: node, depth: depth), range(of: node))
    } else {
      blocks.append(block(node, depth: depth))
    }
  }

  private mutating func block(_ node: CMarkNode, depth: Int) -> Block {
    let range = range(of: node)
    if node.kind != .codeBlock, node.kind != .htmlBlock { dropComment() }
    switch node.kind {
    case .heading:
      return Block(range: range, content: .heading(heading(node, depth)))
    case .quote:
      return Block(range: range, content: quote(node, depth: depth))
    case .list:
      return Block(range: range, content: .list(list(node, depth)))
    case .codeBlock:
      return Block(range: range, content: code(node, range))
    case .htmlBlock:
      return html(node)
    case .table:
      return Block(range: range, content: .table(table(node, depth: depth)))
    case .thematicBreak:
      return Block(range: range, content: .thematicBreak)
    default:
      return Block(
        range: range,
        content: .unknown(name: node.typeName, blocks(in: node, depth: depth))
      )
    }
  }

  /// A paragraph, or the formula or the figures that are all of it.
  static func blocks(of inlines: [Inline], _ range: SourceRange) -> [Block] {
    if inlines.count == 1, case .formula(let formula) = inlines[0], formula.style == .display {
      return [Block(range: range, content: .formula(formula))]
    }
    var figures: [Block] = []
    var start = range.lowerBound
    for inline in inlines where !inline.isSpace && inline != .lineBreak {
      guard case .image(let image) = inline, let label = image.label else {
        return [Block(range: range, content: .paragraph(inlines))]
      }
      let end = min(label.range.upperBound, range.upperBound)
      figures.append(Block(range: start..<max(start, end), content: .figure(image)))
      start = end
    }
    // The last one reaches to the end, with the attributes behind its label.
    if let last = figures.indices.last {
      figures[last].range = figures[last].range.lowerBound..<range.upperBound
    }
    return figures.isEmpty ? [Block(range: range, content: .paragraph(inlines))] : figures
  }

  private mutating func heading(_ node: CMarkNode, _ depth: Int) -> Heading {
    let line = inlines(in: node, depth: depth, endLabels: [.section])
    let label = line.label.flatMap { define($0, as: [.section]) }
    return Heading(level: node.headingLevel, inlines: line.inlines, label: label)
  }

  private mutating func list(_ node: CMarkNode, _ depth: Int) -> List {
    var items: [List.Item] = []
    for child in node.children {
      items.append(
        List.Item(
          range: range(of: child),
          isDone: child.kind == .taskItem ? child.isDone : nil,
          blocks: blocks(in: child, depth: depth)
        )
      )
    }
    return List(start: node.listStart, isTight: node.isTight, items: items)
  }

  mutating func reportDepth(of node: CMarkNode, _ what: String) {
    let range = range(of: node)
    report(
      Diagnostic(
        .error,
        .nestedTooDeep,
        "\(what) are nested more than \(Self.maximumDepth) levels deep here",
        help: "a reader cannot follow that; take some levels out",
        in: source,
        at: range.lowerBound..<min(range.lowerBound + 1, source.bytes.count)
      )
    )
  }
}
