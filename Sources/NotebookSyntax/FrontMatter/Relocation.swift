import Documents

/// Gives what was read in a text of its own the places that this text has in the document.
struct Relocation {
  /// Where a place of the text stands in the document.
  let offset: (Int) -> Int

  func range(_ range: SourceRange) -> SourceRange {
    let start = offset(range.lowerBound)
    return start..<max(start, range.isEmpty ? start : offset(range.upperBound - 1) + 1)
  }

  func snippet(_ snippet: Snippet) -> Snippet {
    Snippet(text: snippet.text, lineOrigins: snippet.lineOrigins.map(offset))
  }

  func value(_ value: InlineValue) -> InlineValue {
    var moved = value
    moved.range = range(value.range)
    moved.id = moved.range.lowerBound
    moved.expression = snippet(value.expression)
    moved.written = value.written.map { WrittenValue(text: $0.text, range: range($0.range)) }
    return moved
  }

  func formula(_ formula: Formula) -> Formula {
    var moved = formula
    moved.range = range(formula.range)
    moved.tex = snippet(formula.tex)
    moved.parts = formula.parts.map { part in
      if case .value(let value) = part { .value(self.value(value)) } else { part }
    }
    return moved
  }

  func reference(_ reference: Reference) -> Reference {
    var moved = reference
    moved.range = range(reference.range)
    moved.targets = reference.targets.map {
      Reference.Target(name: $0.name, range: range($0.range))
    }
    moved.prefix = reference.prefix.map(inlines)
    return moved
  }

  func citation(_ citation: Citation) -> Citation {
    var moved = citation
    moved.range = range(citation.range)
    for index in moved.items.indices {
      moved.items[index].range = range(moved.items[index].range)
      moved.items[index].prefix = inlines(moved.items[index].prefix)
      moved.items[index].suffix = inlines(moved.items[index].suffix)
    }
    return moved
  }

  /// What is said of a place of the text.
  func diagnostic(
    _ diagnostic: Diagnostic,
    of text: SourceText,
    in source: SourceText
  ) -> Diagnostic {
    var moved = diagnostic
    func place(_ position: SourcePosition) -> SourcePosition {
      source.position(at: offset(text.offset(of: position)))
    }
    moved.start = diagnostic.start.map(place)
    moved.end = diagnostic.end.map(place)
    return moved
  }

  func inlines(_ inlines: [Inline]) -> [Inline] { inlines.map(inline) }

  private func inline(_ inline: Inline) -> Inline {
    switch inline {
    case .emphasis(let inner): return .emphasis(inlines(inner))
    case .strong(let inner): return .strong(inlines(inner))
    case .strikethrough(let inner): return .strikethrough(inlines(inner))
    case .unknown(let name, let inner): return .unknown(name: name, inlines(inner))
    case .link(var link):
      link.inlines = inlines(link.inlines)
      return .link(link)
    case .image(let image): return .image(self.image(image))
    case .formula(let formula): return .formula(self.formula(formula))
    case .value(let value): return .value(self.value(value))
    case .reference(let reference): return .reference(self.reference(reference))
    case .citation(let citation): return .citation(self.citation(citation))
    case .text, .escaped, .softBreak, .lineBreak, .code, .html, .footnoteReference: return inline
    }
  }

  private func image(_ image: Image) -> Image {
    var moved = image
    moved.inlines = inlines(image.inlines)
    return moved
  }
}

/// Blocks. What runs only as a part of a document, cells and their outputs, stays as it is.
extension Relocation {
  func blocks(_ blocks: [Block]) -> [Block] {
    blocks.map { Block(range: range($0.range), content: content($0.content)) }
  }

  private func content(_ content: Block.Content) -> Block.Content {
    switch content {
    case .paragraph(let text): return .paragraph(inlines(text))
    case .heading(var heading):
      heading.inlines = inlines(heading.inlines)
      return .heading(heading)
    case .quote(let inner): return .quote(blocks(inner))
    case .unknown(let name, let inner): return .unknown(name: name, blocks(inner))
    case .callout(var callout):
      callout.title = inlines(callout.title)
      callout.blocks = blocks(callout.blocks)
      return .callout(callout)
    case .theorem(var theorem):
      theorem.title = inlines(theorem.title)
      theorem.blocks = blocks(theorem.blocks)
      return .theorem(theorem)
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = blocks(list.items[index].blocks)
      }
      return .list(list)
    case .formula(let formula): return .formula(self.formula(formula))
    case .html(let parts): return .html(parts.map(part))
    case .table(var table):
      table.caption = table.caption.map(inlines)
      table.header.cells = table.header.cells.map(inlines)
      for index in table.rows.indices {
        table.rows[index].cells = table.rows[index].cells.map(inlines)
      }
      return .table(table)
    case .figure(let image): return .figure(self.image(image))
    case .code, .cell, .output, .thematicBreak: return content
    }
  }

  private func part(_ part: HTMLPart) -> HTMLPart {
    switch part {
    case .raw: part
    case .formula(let formula): .formula(self.formula(formula))
    case .value(let value): .value(self.value(value))
    case .reference(let reference): .reference(self.reference(reference))
    case .citation(let citation): .citation(self.citation(citation))
    }
  }
}
