import Documents

/// Tables, and the captions under them.
extension NotebookBuilder {
  mutating func table(_ node: CMarkNode, depth: Int) -> Table {
    let alignments = node.columnAlignments.map { letter -> Table.Alignment in
      switch letter {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
    let nodes = Array(node.children)
    let captionStart = captionStart(in: nodes)
    var rows: [Table.Row] = []
    for child in nodes[..<captionStart] {
      var cells: [[Inline]] = []
      for cell in child.children { cells.append(inlines(in: cell, depth: depth)) }
      rows.append(Table.Row(range: range(of: child), cells: cells))
    }
    let header = rows.isEmpty ? Table.Row(range: range(of: node), cells: []) : rows.removeFirst()
    var table = Table(alignments: alignments, header: header, rows: rows)
    if captionStart < nodes.count { addCaption(nodes[captionStart...], to: &table, depth) }
    return table
  }

  /// The index of the row that is a caption, because a line right under a table is a row for
  /// cmark-gfm: it begins with a colon, and neither it nor a row behind it has a second cell.
  private func captionStart(in rows: [CMarkNode]) -> Int {
    var index = rows.count
    while index > 1 {
      index -= 1
      let row = rows[index]
      guard let cell = row.firstChild, !row.children.dropFirst().contains(where: \.hasChildren),
        source.bytes[range(of: row)].first != UInt8(ascii: "|")
      else { break }
      if cell.beginsWithColon { return index }
    }
    return rows.count
  }

  private mutating func addCaption(
    _ rows: ArraySlice<CMarkNode>,
    to table: inout Table,
    _ depth: Int
  ) {
    var caption: [Inline] = []
    for (index, row) in zip(rows.indices, rows) {
      guard let cell = row.firstChild else { continue }
      let isLast = index == rows.indices.last
      let line = inlines(in: cell, depth: depth, endLabels: isLast ? [.table] : [])
      if !caption.isEmpty { caption.append(.softBreak) }
      caption += line.inlines
      if let extra = line.label { table.label = define(extra, as: [.table]) }
    }
    table.setCaption(caption)
  }

  /// A paragraph right behind a table that begins with a colon becomes the table's caption.
  /// - Returns: whether it is one.
  mutating func addCaption(_ node: CMarkNode, to block: inout Block, depth: Int) -> Bool {
    guard node.kind == .paragraph, case .table(var table) = block.content, table.caption == nil,
      table.label == nil, node.beginsWithColon
    else { return false }
    let line = inlines(in: node, depth: depth, endLabels: [.table])
    if let extra = line.label { table.label = define(extra, as: [.table]) }
    table.setCaption(line.inlines)
    block.content = .table(table)
    block.range = block.range.lowerBound..<range(of: node).upperBound
    return true
  }
}

extension Table {
  /// Takes what stands behind a colon as the caption.
  fileprivate mutating func setCaption(_ line: [Inline]) {
    var inlines = line
    inlines.dropFirst(utf8: 1)
    caption = inlines.isEmpty ? nil : inlines
  }
}

extension CMarkNode {
  fileprivate var hasChildren: Bool { firstChild != nil }

  /// Whether its text begins with a colon and a space.
  var beginsWithColon: Bool {
    guard let text = firstChild, text.kind == .text else { return false }
    let (first, second) = text.literalStart
    return first == UInt8(ascii: ":") && second.isASCIIWhitespace
  }
}
