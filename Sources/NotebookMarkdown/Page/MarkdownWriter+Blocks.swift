import Documents
import NotebookLayout
import NotebookSyntax

extension MarkdownWriter {
  mutating func write(_ block: Block) {
    switch block.content {
    case .paragraph(let inlines): writeParagraph(text(inlines))
    case .heading(let heading): write(heading, at: block.range.lowerBound)
    case .quote(let blocks): quote { $0.write(blocks) }
    case .callout(let callout): write(callout)
    case .theorem(let theorem): write(theorem, at: block.range.lowerBound)
    case .list(let list): write(list)
    case .code(let code): write(code)
    case .cell(let cell): write(cell)
    case .output(let fence): write(fence)
    case .formula(let formula): writeDisplay(formula)
    case .html(let parts): write(parts)
    case .table(let table): write(table)
    case .figure(let image): write(figure: image)
    case .thematicBreak: buffer.write("***", mayTouch: true)
    case .unknown(_, let blocks): write(blocks)
    }
  }

  mutating func writeParagraph(_ text: String) {
    // A formula that only defines something leaves nothing.
    let words = text.trimmedAtEnd
    if !words.isEmpty { buffer.write(words) }
  }

  /// Writes blocks in a quote.
  mutating func quote(_ write: (inout MarkdownWriter) -> Void) {
    let outer = buffer.openQuote()
    write(&self)
    buffer.close(outer)
  }

  private mutating func write(_ heading: Heading, at offset: Int) {
    let section = context.section(at: offset)
    let isTitle = section == nil && !context.scope.isFragment
    // The notebook's title stands at the head of the page already.
    guard !isTitle else { return }
    var head: [InlineMarkdown.Part] = []
    if let number = section?.number { head = [.words(number + " ")] }
    writeHeading(
      heading.level,
      text(heading.inlines, after: head),
      anchor: section?.anchor,
      isNamedByWords: section?.number == nil && section?.label == nil
    )
  }

  /// - Parameters:
  ///   - anchor: the name that links to it use.
  ///   - isNamedByWords: whether GitHub gives it that name by itself.
  mutating func writeHeading(
    _ level: Int,
    _ text: String,
    anchor name: String?,
    isNamedByWords: Bool
  ) {
    let anchor = self.anchor(name)
    let isNamed = isNamedByWords && options.dialect == .github
    let mark = String(repeating: "#", count: min(max(level, 1), 6))
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    // Signs at the end could be taken for the heading's.
    let words = line.hasSuffix("#") ? line.dropLast() + "\\#" : line
    buffer.write("\(mark) \(isNamed ? "" : anchor)\(words)")
  }

  private mutating func write(_ code: CodeBlock) {
    let text = MarkdownSyntax.fence(code.text, code.language)
    buffer.write(text, mayTouch: true)
  }

  // MARK: - Lists

  private mutating func write(_ list: List) {
    for (index, item) in list.items.enumerated() {
      let mark = list.start.map { "\($0 + index). " } ?? "- "
      let outer = buffer.openItem(mark, isTight: list.isTight, isFirst: index == 0)
      write(item)
      buffer.close(outer)
    }
  }

  /// Writes what stands behind a mark, such as that of a footnote.
  mutating func item(
    _ mark: String,
    indent: Int,
    _ write: (inout MarkdownWriter) -> Void
  ) {
    let outer = buffer.openItem(mark, indent: indent, isTight: false, isFirst: true)
    write(&self)
    buffer.close(outer)
  }

  private mutating func write(_ item: List.Item) {
    guard let isDone = item.isDone else { return write(item.blocks) }
    let box = isDone ? "[x] " : "[ ] "
    guard case .paragraph(let inlines)? = item.blocks.first?.content else {
      buffer.write(box)
      return write(item.blocks)
    }
    buffer.write(box + text(inlines))
    write(Array(item.blocks.dropFirst()))
  }

  // MARK: - Callouts and theorems

  private mutating func write(_ callout: Callout) {
    let word = context.words.title(of: callout.kind)
    let title = parts(callout.title)
    guard let isFolded = callout.isFolded else {
      return quote { writer in
        if writer.options.dialect.hasCallouts {
          writer.buffer.write("[!\(callout.kind.rawValue.uppercased())]")
          // GitHub's callouts have no titles.
          if !title.isEmpty || callout.blocks.first?.isParagraph == true { writer.buffer.glue() }
          if !title.isEmpty { writer.writeParagraph(writer.strong(title)) }
        } else {
          let words = [InlineMarkdown.Part.words(title.isEmpty ? word : word + ": ")] + title
          writer.writeParagraph(writer.strong(words))
        }
        writer.write(callout.blocks)
      }
    }
    let words = word + (callout.title.isEmpty ? "" : ": " + context.plainText(callout.title))
    writeDetails(words, isOpen: !isFolded) { $0.write(callout.blocks) }
  }

  /// Parts as strong text.
  private func strong(_ parts: [InlineMarkdown.Part]) -> String {
    let inner = InlineMarkdown(parts, isAtLineStart: false).text
    return line([.marked(mark: "**", tag: "strong", inner)])
  }

  /// Writes what a reader opens.
  mutating func writeDetails(
    _ summary: String,
    isOpen: Bool,
    _ write: (inout MarkdownWriter) -> Void
  ) {
    buffer.write(
      "<details\(isOpen ? " open" : "")>\n<summary>\(MarkdownSyntax.html(summary))</summary>"
    )
    write(&self)
    buffer.write("</details>")
  }

  private mutating func write(_ theorem: Theorem, at offset: Int) {
    if theorem.kind == .solution {
      let title = theorem.title.isEmpty ? "" : " " + context.plainText(theorem.title)
      writeDetails(context.words.name(of: theorem.kind) + title, isOpen: false) {
        $0.write(theorem.blocks)
      }
      return
    }
    let isProof = theorem.kind == .proof
    let number = isProof ? nil : context.theoremNumber(at: offset)
    let name = (isProof ? nil : context.statementAnchor(at: offset)) ?? theorem.label?.name
    let words = ([context.words.name(of: theorem.kind)] + (number.map { [$0] } ?? []))
      .joined(separator: Words.noBreakSpace)
    var head: [InlineMarkdown.Part] = [
      .markup(anchor(name)), .marked(mark: "**", tag: "strong", words),
    ]
    let title = parts(theorem.title)
    if !title.isEmpty {
      head += isProof ? [.words(" ")] + title : [.words(" (")] + title + [.words(")")]
    }
    quote { $0.write(theorem.blocks, after: head + [.words(". ")], endsProof: isProof) }
  }

  private mutating func write(
    _ blocks: [Block],
    after head: [InlineMarkdown.Part],
    endsProof: Bool
  ) {
    var blocks = blocks[...]
    var first = head
    if case .paragraph(let inlines)? = blocks.first?.content {
      blocks.removeFirst()
      first += parts(inlines)
    }
    let end: [InlineMarkdown.Part] = [.words(" ∎")]
    if endsProof, blocks.isEmpty { first += end }
    writeParagraph(line(first))
    guard endsProof, let last = blocks.popLast() else { return write(Array(blocks)) }
    write(Array(blocks))
    if case .paragraph(let inlines) = last.content {
      writeParagraph(line(parts(inlines) + end))
    } else {
      write(last)
      buffer.write("∎")
    }
  }

  // MARK: - Tables and figures

  private mutating func write(_ table: Table) {
    if let caption = table.caption {
      let anchor = InlineMarkdown.Part.markup(anchor(table.label?.name))
      writeParagraph(line([anchor] + self.caption(table.label, caption)))
    }
    let marks = table.alignments.map { alignment in
      switch alignment {
      case .none: "---"
      case .left: ":--"
      case .center: ":-:"
      case .right: "--:"
      }
    }
    var lines = [row(table.header), "| " + marks.joined(separator: " | ") + " |"]
    for row in table.rows { lines.append(self.row(row)) }
    buffer.write(lines.joined(separator: "\n"))
  }

  private mutating func row(_ row: Table.Row) -> String {
    let cells = row.cells.map { text($0, isInTable: true) }
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private mutating func write(figure image: Image) {
    let picture = markup(image)
    guard let label = image.label else { return buffer.write(picture) }
    buffer.write(anchor(label.name) + picture)
    writeParagraph(line(caption(label, image.inlines)))
  }
}

extension Block {
  fileprivate var isParagraph: Bool {
    if case .paragraph = content { true } else { false }
  }
}
