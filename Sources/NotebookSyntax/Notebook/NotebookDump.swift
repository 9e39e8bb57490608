import Documents

extension Notebook {
  /// The tree as text, a line for each block, inline and formula, with the places of blocks, cells,
  /// values and formulas: what the parser's tests compare, and a way to see what it understood.
  public var dump: String {
    var dump = NotebookDump(source: source)
    for block in blocks { dump.add(block, indent: 0) }
    for footnote in footnotes {
      dump.line("Footnote \(footnote.number) \(footnote.name)", footnote.range, 0)
      for block in footnote.blocks { dump.add(block, indent: 1) }
    }
    return dump.text
  }
}

private struct NotebookDump {
  let source: SourceText
  var text = ""

  mutating func line(_ what: String, _ range: SourceRange?, _ indent: Int) {
    text += String(repeating: "  ", count: indent) + what
    if let range {
      let end = source.position(at: range.upperBound)
      text += " @\(source.position(at: range.lowerBound))-\(end)"
    }
    text += "\n"
  }

  mutating func add(_ block: Block, indent: Int) {
    switch block.content {
    case .paragraph(let inlines):
      line("Paragraph", block.range, indent)
      add(inlines, indent + 1)
    case .heading(let heading):
      line("Heading \(heading.level)\(mark(heading.label))", block.range, indent)
      add(heading.inlines, indent + 1)
    case .quote(let blocks):
      line("Quote", block.range, indent)
      add(blocks, indent + 1)
    case .callout(let callout):
      let fold = callout.isFolded.map { $0 ? " folded" : " foldable" } ?? ""
      line("Callout \(callout.kind)\(fold)", block.range, indent)
      if !callout.title.isEmpty { add("Title", callout.title, indent + 1) }
      add(callout.blocks, indent + 1)
    case .theorem(let theorem):
      line("Theorem \(theorem.kind)\(mark(theorem.label))", block.range, indent)
      add(theorem.title, indent + 1)
      add(theorem.blocks, indent + 1)
    case .list(let list):
      let start = list.start.map { " from \($0)" } ?? ""
      line("List\(start)\(list.isTight ? "" : " loose")", block.range, indent)
      for item in list.items {
        line("Item\(item.isDone.map { $0 ? " done" : " open" } ?? "")", item.range, indent + 1)
        add(item.blocks, indent + 2)
      }
    case .code(let code):
      line("Code \(code.language) \(quoted(code.text))", block.range, indent)
    case .cell(let cell):
      add(cell, indent)
    case .output(let output):
      let cell = output.cell.map { " of \(source.position(at: $0))" } ?? ""
      line("Output\(cell) \(quoted(output.text.text))", block.range, indent)
    case .formula(let formula):
      add(formula, indent)
    case .html(let parts):
      line("HTML", block.range, indent)
      for part in parts { add(part, indent + 1) }
    case .table(let table):
      let alignments = table.alignments.map { " \($0)" }.joined()
      line("Table\(mark(table.label))\(alignments)", block.range, indent)
      if let caption = table.caption { add("Caption", caption, indent + 1) }
      for row in [table.header] + table.rows {
        line("Row", row.range, indent + 1)
        for cell in row.cells {
          line("Cell", nil, indent + 2)
          add(cell, indent + 3)
        }
      }
    case .figure(let image):
      line("Figure\(mark(image.label)) \(image.source)\(attributes(image))", block.range, indent)
      add(image.inlines, indent + 1)
    case .thematicBreak:
      line("ThematicBreak", block.range, indent)
    case .unknown(let name, let blocks):
      line("Unknown \(name)", block.range, indent)
      add(blocks, indent + 1)
    }
  }

  private mutating func add(_ blocks: [Block], _ indent: Int) {
    for block in blocks { add(block, indent: indent) }
  }

  private mutating func add(_ cell: Cell, _ indent: Int) {
    var words = [cell.mode == .run ? "" : cell.mode.rawValue]
    if cell.startsProgram { words.append("reset") }
    if cell.isIsolated { words.append("isolated") }
    if let group = cell.group { words.append("group=\(group)") }
    if cell.isHidden { words.append("hidden") }
    if !cell.showsCode { words.append("echo=false") }
    if !cell.showsOutput { words.append("output=false") }
    if cell.isFolded { words.append("fold") }
    let list = words.filter { !$0.isEmpty }.map { " " + $0 }.joined()
    line("Cell\(list)\(mark(cell.label)) \(quoted(cell.code.text))", cell.range, indent)
    if let caption = cell.caption { add(caption, indent + 1) }
  }

  private mutating func add(_ inlines: [Inline], _ indent: Int) {
    for inline in inlines { add(inline, indent) }
  }

  private mutating func add(_ inline: Inline, _ indent: Int) {
    switch inline {
    case .text(let text): line("Text \(quoted(text))", nil, indent)
    case .escaped(let sign): line("Escaped \(quoted(sign))", nil, indent)
    case .softBreak: line("SoftBreak", nil, indent)
    case .lineBreak: line("LineBreak", nil, indent)
    case .code(let text): line("InlineCode \(quoted(text))", nil, indent)
    case .html(let text): line("InlineHTML \(quoted(text))", nil, indent)
    case .emphasis(let inlines): add("Emphasis", inlines, indent)
    case .strong(let inlines): add("Strong", inlines, indent)
    case .strikethrough(let inlines): add("Strikethrough", inlines, indent)
    case .link(let link):
      add("Link \(quoted(link.destination)) \(quoted(link.title))", link.inlines, indent)
    case .image(let image):
      add(
        "Image\(mark(image.label)) \(quoted(image.source)) \(quoted(image.title))"
          + attributes(image),
        image.inlines,
        indent
      )
    case .footnoteReference(let reference):
      line("FootnoteReference \(reference.number) #\(reference.occurrence)", nil, indent)
    case .formula(let formula): add(formula, indent)
    case .value(let value): add(value, indent)
    case .reference(let reference): add(reference, indent)
    case .citation(let citation): add(citation, indent)
    case .unknown(let name, let inlines): add("Unknown \(name)", inlines, indent)
    }
  }

  private mutating func add(_ name: String, _ inlines: [Inline], _ indent: Int) {
    line(name, nil, indent)
    add(inlines, indent + 1)
  }

  private mutating func add(_ part: HTMLPart, _ indent: Int) {
    switch part {
    case .raw(let text): line("Raw \(quoted(text))", nil, indent)
    case .formula(let formula): add(formula, indent)
    case .value(let value): add(value, indent)
    case .reference(let reference): add(reference, indent)
    case .citation(let citation): add(citation, indent)
    }
  }

  private mutating func add(_ reference: Reference, _ indent: Int) {
    let names = reference.targets.map(\.name).joined(separator: " ")
    let form = reference.form == .wordAndNumber ? "" : " \(reference.form)"
    line("Reference \(names)\(form)", reference.range, indent)
    if let prefix = reference.prefix { add("Prefix", prefix, indent + 1) }
  }

  private mutating func add(_ citation: Citation, _ indent: Int) {
    line("Citation\(citation.isNarrative ? " narrative" : "")", citation.range, indent)
    for item in citation.items {
      line("Work \(item.key)\(item.omitsAuthors ? " year" : "")", item.range, indent + 1)
      if !item.prefix.isEmpty { add("Prefix", item.prefix, indent + 2) }
      if !item.suffix.isEmpty { add("Suffix", item.suffix, indent + 2) }
    }
  }

  private mutating func add(_ formula: Formula, _ indent: Int) {
    let style = formula.style == .display ? "DisplayFormula" : "Formula"
    let claim = formula.claim == nil ? "" : " holds"
    line(
      "\(style)\(mark(formula.label))\(claim) \(quoted(formula.tex.text))",
      formula.range,
      indent
    )
    for case .value(let value) in formula.parts { add(value, indent + 1) }
  }

  private mutating func add(_ value: InlineValue, _ indent: Int) {
    let written = value.written.map { " =\(quoted($0.text))" } ?? ""
    line("Value \(quoted(value.expression.text))\(written)", value.range, indent)
  }

  private func attributes(_ image: Image) -> String {
    [("width", image.width), ("height", image.height), ("alt", image.alternative)]
      .map { name, value in value.map { " \(name)=\(quoted($0))" } ?? "" }.joined()
  }

  private func mark(_ label: Label?) -> String { label.map { " #\($0.name)" } ?? "" }

  private func quoted(_ text: String) -> String { text.debugDescription }
}
