extension NotebookBuilder {
  /// The blocks of a whole document, whose nodes are freed one by one.
  mutating func blocks(consuming document: CMarkNode) -> [Block] {
    var blocks: [Block] = []
    document.consumeChildren { add($0, to: &blocks, depth: 1) }
    return blocks
  }

  private mutating func blocks(in node: CMarkNode, depth: Int) -> [Block] {
    guard depth < Self.maximumDepth else {
      reportDepth(of: node, "blocks")
      return []
    }
    var blocks: [Block] = []
    for child in node.children { add(child, to: &blocks, depth: depth + 1) }
    return blocks
  }

  private mutating func add(_ node: CMarkNode, to blocks: inout [Block], depth: Int) {
    if node.kind == .footnoteDefinition {
      addFootnote(node, depth: depth)
    } else {
      blocks.append(block(node, depth: depth))
    }
  }

  private mutating func block(_ node: CMarkNode, depth: Int) -> Block {
    let range = range(of: node)
    switch node.kind {
    case .paragraph:
      return paragraph(node, range, depth)
    case .heading:
      return Block(range: range, content: .heading(heading(node, depth)))
    case .quote:
      return Block(range: range, content: quote(node, range, depth))
    case .list:
      return Block(range: range, content: .list(list(node, depth)))
    case .codeBlock:
      return Block(range: range, content: code(node, range))
    case .htmlBlock:
      return html(node)
    case .table:
      return Block(range: range, content: .table(table(node, depth)))
    case .thematicBreak:
      return Block(range: range, content: .thematicBreak)
    default:
      return Block(
        range: range,
        content: .unknown(name: node.typeName, blocks(in: node, depth: depth))
      )
    }
  }

  private mutating func paragraph(_ node: CMarkNode, _ range: SourceRange, _ depth: Int) -> Block {
    let inlines = inlines(in: node, depth: depth)
    if inlines.count == 1 {
      switch inlines[0] {
      case .formula(let formula) where formula.style == .display:
        return Block(range: range, content: .formula(formula))
      case .image(let image) where image.label != nil:
        return Block(range: range, content: .figure(image))
      default: break
      }
    }
    return Block(range: range, content: .paragraph(inlines))
  }

  private mutating func heading(_ node: CMarkNode, _ depth: Int) -> Heading {
    var label: Label?
    let inlines = inlines(in: node, depth: depth, trailingLabel: &label)
    return Heading(level: node.headingLevel, inlines: inlines, label: label)
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

  private mutating func table(_ node: CMarkNode, _ depth: Int) -> Table {
    let alignments = node.columnAlignments.map { letter -> Table.Alignment in
      switch letter {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
    var rows: [Table.Row] = []
    for child in node.children {
      var cells: [[Inline]] = []
      for cell in child.children { cells.append(inlines(in: cell, depth: depth)) }
      rows.append(Table.Row(range: range(of: child), cells: cells))
    }
    let header = rows.isEmpty ? Table.Row(range: range(of: node), cells: []) : rows.removeFirst()
    return Table(alignments: alignments, header: header, rows: rows)
  }

  /// A block quote, or a callout where its first line is `[!NOTE]`.
  private mutating func quote(_ node: CMarkNode, _ range: SourceRange, _ depth: Int)
    -> Block.Content
  {
    var blocks = blocks(in: node, depth: depth)
    guard let first = blocks.first, case .paragraph(var inlines) = first.content,
      case .text(let text)? = inlines.first, text.hasPrefix("[!"), text.hasSuffix("]"),
      inlines.count == 1 || inlines[1].isSoftBreak
    else { return .quote(blocks) }
    let word = String(text.dropFirst(2).dropLast())
    guard let kind = Callout.Kind(rawValue: word.lowercased()) else {
      reportUnknownCallout(word, in: first.range)
      return .quote(blocks)
    }
    inlines.removeFirst(min(2, inlines.count))
    if inlines.isEmpty {
      blocks.removeFirst()
    } else {
      blocks[0].content = .paragraph(inlines)
    }
    return .callout(Callout(kind: kind, blocks: blocks))
  }

  private mutating func reportUnknownCallout(_ word: String, in range: SourceRange) {
    let known = Callout.Kind.allCases.map { $0.rawValue.uppercased() }
    let help =
      nearestName(to: word, in: known).map { "did you mean [!\($0)]?" }
      ?? "the callouts are " + known.map { "[!\($0)]" }.joined(separator: ", ")
    let place = range.lowerBound..<min(range.lowerBound + word.utf8.count + 3, range.upperBound)
    report(
      Diagnostic(
        .error,
        "unknown-callout",
        "there is no callout '\(word)'",
        help: help,
        in: source,
        at: place
      )
    )
  }

  private mutating func addFootnote(_ node: CMarkNode, depth: Int) {
    let number = footnotes.count + 1
    let content = range(of: node)
    let line = source.lineRange(source.position(at: content.lowerBound).line)
    let marker = source.bytes[line.lowerBound..<content.lowerBound].lastIndex(of: UInt8(ascii: "["))
    let start = marker ?? content.lowerBound
    let name = source[min(start + 2, content.lowerBound)..<content.lowerBound].prefix { $0 != "]" }
    let footnote = Footnote(
      number: number,
      name: String(name),
      range: start..<content.upperBound,
      blocks: blocks(in: node, depth: depth),
      referenceCount: footnoteReferences[number] ?? 0
    )
    footnotes.append(footnote)
  }

  mutating func reportDepth(of node: CMarkNode, _ what: String) {
    let range = range(of: node)
    report(
      Diagnostic(
        .error,
        "nested-too-deep",
        "\(what) are nested more than \(Self.maximumDepth) levels deep here",
        help: "a reader cannot follow that; take some levels out",
        in: source,
        at: range.lowerBound..<min(range.lowerBound + 1, source.bytes.count)
      )
    )
  }
}

extension Inline {
  var isSoftBreak: Bool {
    if case .softBreak = self { return true }
    return false
  }
}
