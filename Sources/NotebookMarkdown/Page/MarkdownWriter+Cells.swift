import NotebookLayout
import NotebookSyntax
import NotebookTranscript

extension MarkdownWriter {
  /// A cell: its code, and below what it showed.
  mutating func write(_ cell: Cell) {
    guard !cell.isHidden else { return }
    guard cell.mode != .ignore else {
      writeCode(of: cell, isCaptioned: cell.isCaptioned)
      return
    }
    let showsOutput = cell.showsOutput && showsAnything(cell)
    let isListing = cell.label.map { $0.kind == .listing } ?? !showsOutput
    let captionsCode = cell.isCaptioned && cell.showsCode && isListing
    if cell.showsCode { writeCode(of: cell, isCaptioned: captionsCode) }
    guard cell.isCaptioned, !captionsCode else {
      if cell.showsOutput { writeOutput(of: cell) }
      return
    }
    let isTable = cell.label?.kind == .table
    if isTable { writeCaption(of: cell) }
    if cell.showsOutput { writeOutput(of: cell) }
    if !isTable { writeCaption(of: cell) }
  }

  private func showsAnything(_ cell: Cell) -> Bool {
    !context.output(of: cell.id).isEmpty || context.fence(of: cell.id) != nil
  }

  /// The number of a cell's figure, table or listing, and its words.
  package mutating func writeCaption(of cell: Cell) {
    let anchor = InlineMarkdown.Part.markup(anchor(cell.label?.name))
    writeParagraph(line([anchor] + caption(cell.label, cell.caption ?? [])))
  }

  private mutating func writeCode(of cell: Cell, isCaptioned: Bool) {
    if isCaptioned { writeCaption(of: cell) }
    let code = MarkdownSyntax.fence(cell.code.text, "swift")
    if let badge = context.words.badge(of: context.layout.mode(of: cell)) {
      buffer.write("*\(badge):*")
    }
    guard cell.isFolded else { return buffer.write(code, mayTouch: true) }
    writeDetails(context.words[.code], isOpen: false) { $0.buffer.write(code) }
  }

  /// What a cell showed; one that has not run keeps its author's promise.
  private mutating func writeOutput(of cell: Cell) {
    guard !write(shownBy: cell.id, label: cell.label?.name),
      let fence = context.fence(of: cell.id)
    else { return }
    writePrinted(fence.text.text)
  }

  /// An `output` fence stands in the text only where no cell of it shows what is promised.
  mutating func write(_ fence: OutputFence) {
    guard let cell = fence.cell else {
      writePrinted(fence.text.text)
      return
    }
    let isFirst = context.fence(of: cell)?.text.lineOrigins == fence.text.lineOrigins
    if context.isHidden(cell: cell), isFirst {
      if !write(shownBy: cell, label: nil) { writePrinted(fence.text.text) }
    } else if !isFirst, context.output(of: cell).isEmpty {
      writePrinted(fence.text.text)
    }
  }

  /// Writes what a cell printed and showed; what has only text runs on in one block.
  /// - Returns: whether that is anything.
  private mutating func write(shownBy piece: Int, label: String?) -> Bool {
    let shown = ShownPiece(range: context.layout.firstLine(of: piece))
    var isAnything = false
    for part in ShownParts(context.output(of: piece)).parts {
      switch part {
      case .text(let text, let isError): isAnything = writePrinted(text, isError) || isAnything
      case .rich(let form, let plain):
        isAnything = true
        write(form, plain, of: shown, label: label)
      }
    }
    return isAnything
  }

  @discardableResult
  private mutating func writePrinted(_ text: String, _ isError: Bool = false) -> Bool {
    guard let text = ShownParts.printed(text) else { return false }
    if isError { buffer.write("*Standard error:*") }
    buffer.write(MarkdownSyntax.fence(text, "text"), mayTouch: true)
    return true
  }

  /// Writes a value in a form that is more than text.
  mutating func write(
    _ form: ShownForm,
    _ plain: String,
    of piece: ShownPiece,
    label: String?
  ) {
    switch form {
    case .vegaLite(let specification): writePicture(.chart(specification), plain, piece, label)
    case .svg(let image): writePicture(.svg(image), plain, piece, label)
    case .latex(let tex): writeDisplay(context.shownTeX(tex, of: piece))
    case .markdown(let markdown):
      let blocks = NotebookParser.parseFragment(markdown, path: context.layout.path)
      inFragment(from: piece.range) { $0.write(blocks) }
    case .html(let markup):
      let markup = ShownMarkup(markup)
      guard markup.isPassedOn else {
        tellLeftOut(
          "this cell shows HTML whose scripts or styles do not pass, so that its text stands here",
          help: ShownMarkup.help,
          at: piece.range
        )
        writePrinted(plain)
        return
      }
      // As a block, whatever its first tag is.
      buffer.write("<div>\n\(options.markup(markup.block))\n</div>")
    }
  }

  private mutating func writePicture(
    _ content: MarkdownPage.Picture.Content,
    _ words: String,
    _ piece: ShownPiece,
    _ label: String?
  ) {
    let address = add(content, words, label: label, cell: piece.range)
    let text = InlineMarkdown([.words(words)], isAtLineStart: false).text
      .replacing(String(EscapedText.dollar), with: "&#36;")
    buffer.write("![\(text)](\(MarkdownSyntax.destination(address)))")
  }
}

extension Cell {
  /// Whether there is a number or words to set beside what it shows.
  package var isCaptioned: Bool { label != nil || caption != nil }
}
