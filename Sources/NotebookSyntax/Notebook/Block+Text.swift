/// Other words for a running text; `nil` for no change.
package typealias TextChange = ([Inline]) -> [Inline]?

extension [Block] {
  /// The blocks with other running text; `nil` where none of it changes.
  package func changingText(_ change: TextChange) -> [Block]? {
    changing { block in
      block.content.changingText(change).map { Block(range: block.range, content: $0) }
    }
  }
}

extension Array {
  /// The elements, of which some are others; `nil` where all are as they were.
  fileprivate func changing(_ change: (Element) -> Element?) -> [Element]? {
    var changed: [Element]?
    for index in indices {
      guard let element = change(self[index]) else { continue }
      if changed == nil { changed = self }
      changed?[index] = element
    }
    return changed
  }
}

extension Block.Content {
  fileprivate func changingText(_ change: TextChange) -> Block.Content? {
    switch self {
    case .paragraph(let inlines): return change(inlines).map(Block.Content.paragraph)
    case .quote(let blocks): return blocks.changingText(change).map(Block.Content.quote)
    case .unknown(let name, let blocks):
      return blocks.changingText(change).map { .unknown(name: name, $0) }
    case .heading(var heading):
      guard let inlines = change(heading.inlines) else { return nil }
      heading.inlines = inlines
      return .heading(heading)
    case .callout(var callout):
      let (title, blocks) = (change(callout.title), callout.blocks.changingText(change))
      guard title != nil || blocks != nil else { return nil }
      callout.title = title ?? callout.title
      callout.blocks = blocks ?? callout.blocks
      return .callout(callout)
    case .theorem(var theorem):
      let (title, blocks) = (change(theorem.title), theorem.blocks.changingText(change))
      guard title != nil || blocks != nil else { return nil }
      theorem.title = title ?? theorem.title
      theorem.blocks = blocks ?? theorem.blocks
      return .theorem(theorem)
    case .list(let list): return list.changingText(change).map(Block.Content.list)
    case .table(let table): return table.changingText(change).map(Block.Content.table)
    case .figure(var image):
      guard let inlines = change(image.inlines) else { return nil }
      image.inlines = inlines
      return .figure(image)
    case .cell(var cell):
      guard let caption = cell.caption.flatMap(change) else { return nil }
      cell.caption = caption
      return .cell(cell)
    case .code, .output, .formula, .html, .thematicBreak: return nil
    }
  }
}

extension List {
  fileprivate func changingText(_ change: TextChange) -> List? {
    let items = items.changing { item in
      item.blocks.changingText(change).map {
        Item(range: item.range, isDone: item.isDone, blocks: $0)
      }
    }
    return items.map { List(start: start, isTight: isTight, items: $0) }
  }
}

extension Table {
  fileprivate func changingText(_ change: TextChange) -> Table? {
    func changed(_ row: Row) -> Row? {
      row.cells.changing(change).map { Row(range: row.range, cells: $0) }
    }
    let (header, rows) = (changed(self.header), self.rows.changing(changed))
    let caption = self.caption.flatMap(change)
    guard header != nil || rows != nil || caption != nil else { return nil }
    var table = self
    table.header = header ?? self.header
    table.rows = rows ?? self.rows
    table.caption = caption ?? self.caption
    return table
  }
}

extension [Inline] {
  /// The text, in which escaped signs are like all others; `nil` where there are none.
  /// - Parameter sign: the only sign that is meant; `nil` for all.
  package func withoutEscapes(of sign: String? = nil) -> [Inline]? {
    var changed: [Inline] = []
    var isChanged = false
    for inline in self {
      switch inline {
      case .escaped(let escaped) where sign == nil || sign == escaped:
        changed.append(text: escaped)
        isChanged = true
      case .text(let text): changed.append(text: text)
      default:
        let other = inline.withoutEscapes(of: sign)
        changed.append(other ?? inline)
        isChanged = isChanged || other != nil
      }
    }
    return isChanged ? changed : nil
  }
}

extension Inline {
  fileprivate func withoutEscapes(of sign: String?) -> Inline? {
    switch self {
    case .emphasis(let inner): return inner.withoutEscapes(of: sign).map(Inline.emphasis)
    case .strong(let inner): return inner.withoutEscapes(of: sign).map(Inline.strong)
    case .strikethrough(let inner): return inner.withoutEscapes(of: sign).map(Inline.strikethrough)
    case .unknown(let name, let inner):
      return inner.withoutEscapes(of: sign).map { .unknown(name: name, $0) }
    case .link(var link):
      guard let inlines = link.inlines.withoutEscapes(of: sign) else { return nil }
      link.inlines = inlines
      return .link(link)
    case .image(var image):
      guard let inlines = image.inlines.withoutEscapes(of: sign) else { return nil }
      image.inlines = inlines
      return .image(image)
    case .text, .escaped, .softBreak, .lineBreak, .code, .html, .footnoteReference, .formula,
      .value, .reference, .citation:
      return nil
    }
  }
}
