import NotebookSyntax
import NotebookTranscript

/// Divides a notebook into passages. It need not be run: what its cells and values give is in no passage, but for
/// values that the text states.
package struct PassageReader {
  /// In the order of the page; the first is its beginning.
  package private(set) var passages: [Passage]

  private let context: TextContext
  /// The passage to which what follows belongs.
  private var current = 0

  /// - Parameters:
  ///   - notebook: the notebook.
  ///   - chapter: the chapter with whose number all others begin.
  package init(_ notebook: Notebook, chapter: Int?) {
    let settings = LayoutSettings(chapter: chapter, namesStatements: true)
    let layout = LaidOutNotebook(notebook, Transcript(), settings, countsEquations: false)
    let notebook = layout.notebook
    context = TextContext(layout)
    let title = context.plainText(layout.title.title)
    passages = [
      Passage(
        kind: .beginning,
        anchor: "",
        name: title.isEmpty ? TitleBlock.fileName(in: notebook.source.path) : title,
        tex: Self.tex(in: layout.title.title),
        text: ""
      )
    ]
    add(words(notebook.frontMatter.subtitleText ?? []))
    read(notebook.frontMatter.abstractBlocks ?? [])
    read(notebook.blocks)
    for footnote in notebook.footnotes {
      within(Passage(kind: .footnote, anchor: FootnoteAnchor.note(footnote.number))) {
        $0.read(footnote.blocks)
      }
    }
  }

  // MARK: - Blocks

  private mutating func read(_ blocks: [Block]) {
    for block in blocks { read(block) }
  }

  private mutating func read(_ block: Block) {
    switch block.content {
    case .paragraph(let inlines): add(words(inlines))
    case .heading(let heading): begin(heading, at: block.range.lowerBound)
    case .quote(let blocks), .unknown(_, let blocks): read(blocks)
    case .callout(let callout):
      add(words(callout.title))
      read(callout.blocks)
    case .theorem(let theorem): read(theorem, at: block.range.lowerBound)
    case .list(let list): for item in list.items { read(item.blocks) }
    case .code(let code): add(code.text)
    case .cell(let cell): read(cell)
    case .formula(let formula): add(words(Inline.formula(formula)))
    case .html(let parts): add(words(parts))
    case .table(let table):
      for row in [table.header] + table.rows { add(row.cells.map(words).joined(separator: " ")) }
      add(words(table.caption ?? []))
    case .figure(let image): add(words(image.inlines))
    case .output, .thematicBreak: break
    }
  }

  private mutating func begin(_ heading: Heading, at offset: Int) {
    // The page's title is no section.
    guard let section = context.section(at: offset) else { return }
    let number = section.number.map { $0 + " " } ?? ""
    passages.append(
      Passage(
        kind: .section,
        anchor: section.anchor,
        name: number + context.plainText(heading.inlines),
        tex: Self.tex(in: heading.inlines)
      )
    )
    current = passages.count - 1
  }

  private mutating func read(_ theorem: Theorem, at offset: Int) {
    let name = context.words.name(of: theorem.kind)
    let title = context.plainText(theorem.title)
    guard let anchor = context.statementAnchor(at: offset) else {
      add(title.isEmpty ? name : "\(name) \(title)")
      read(theorem.blocks)
      return
    }
    let number = context.theoremNumber(at: offset).map { Words.noBreakSpace + $0 } ?? ""
    let passage = Passage(
      kind: .statement,
      anchor: anchor,
      name: name + number + (title.isEmpty ? "" : " (\(title))"),
      tex: Self.tex(in: theorem.title)
    )
    within(passage) { $0.read(theorem.blocks) }
  }

  private mutating func read(_ cell: Cell) {
    guard !cell.isHidden else { return }
    if cell.showsCode { add(cell.code.text) }
    add(words(cell.caption ?? []))
  }

  /// Reads something into a passage of its own, and goes on with the one around it.
  private mutating func within(_ passage: Passage, _ read: (inout PassageReader) -> Void) {
    let outer = current
    passages.append(passage)
    current = passages.count - 1
    read(&self)
    current = outer
  }

  /// Adds words to the passage where the reader is. Space is all the same in a text that is looked through.
  private mutating func add(_ words: String) {
    let text = words.split { $0.isWhitespace }.joined(separator: " ")
    guard !text.isEmpty else { return }
    if !passages[current].text.isEmpty { passages[current].text += " " }
    passages[current].text += text
  }
}

// MARK: - Running text

extension PassageReader {
  private func words(_ inlines: [Inline]) -> String {
    var text = ""
    for inline in inlines { text += words(inline) }
    return text
  }

  private func words(_ inline: Inline) -> String {
    switch inline {
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
      .unknown(_, let inner):
      words(inner)
    case .link(let link): words(context.words(of: link))
    case .image(let image): words(image.inlines)
    case .formula(let formula):
      Passage.formulaStart + formula.tex(replacingValuesBy: Self.words) + Passage.formulaEnd
    case .value(let value): Self.words(value)
    case .reference(let reference): words(reference)
    case .text, .escaped, .softBreak, .lineBreak, .code, .citation, .footnoteReference, .html:
      context.plainText([inline])
    }
  }

  /// The TeX of the formulas in a title, which is shown otherwise.
  private static func tex(in title: [Inline]) -> String {
    title.compactMap { inline -> String? in
      switch inline {
      case .formula(let formula): formula.tex(replacingValuesBy: words)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .unknown(_, let inner):
        tex(in: inner)
      case .link(let link): tex(in: link.inlines)
      default: nil
      }
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A value that the text states, or a gap.
  private static func words(_ value: InlineValue) -> String { value.written?.text ?? "…" }

  /// A reference as the page says it, or, where only the other pages or the formulas tell its number, by the
  /// name of what it refers to.
  private func words(_ reference: Reference) -> String {
    if reference.targets.allSatisfy({ context.layout.target(named: $0.name) != nil }) {
      return context.plainText([.reference(reference)])
    }
    return reference.targets.map { target in
      let name = target.name.split(separator: "-", maxSplits: 1).last.map(String.init)
      return (Label.kind(ofName: target.name).map { context.words.name(of: $0) + " " } ?? "")
        + (name ?? target.name)
    }.joined(separator: ", ")
  }

  private func words(_ parts: [HTMLPart]) -> String {
    parts.map { part in
      switch part {
      case .raw(let markup): Self.text(of: markup)
      case .formula(let formula): words(Inline.formula(formula))
      case .value(let value): words(Inline.value(value))
      case .reference(let reference): words(reference)
      case .citation(let citation): words(Inline.citation(citation))
      }
    }.joined()
  }

  /// The text between the tags of raw HTML. A comment or a script is none.
  private static func text(of markup: String) -> String {
    let hidden = /<!--.*?-->|<(script|style)\b.*?<\/\1\s*>/.dotMatchesNewlines().ignoresCase()
    return markup.replacing(hidden, with: " ").replacing(/<[^<>]*>/, with: " ")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&nbsp;", with: " ")
      .replacing("&amp;", with: "&")
  }
}
