import Bibliography
import Documents
import NotebookDisplay
import NotebookSyntax

/// The formulas of a page in the order in which it shows them, found before anything is written, so that
/// equations have their numbers when the first of them is referred to.
///
/// The titles of other pages are not the page's own: their formulas are not among these.
struct FormulaSurvey {
  private(set) var formulas: [ShownFormula] = []
  private var context: TextContext
  /// Where the last formula stands in the notebook.
  private var lastPlace = 0

  private init(_ layout: LaidOutNotebook) {
    context = TextContext(layout)
  }

  /// The formulas of the whole page.
  static func page(_ layout: LaidOutNotebook) -> [ShownFormula] {
    let notebook = layout.notebook
    guard notebook.hasFormulas || layout.showsMathematics else { return [] }
    var survey = FormulaSurvey(layout)
    survey.visitHead(notebook.frontMatter)
    for section in layout.contents { survey.visit(section.inlines, isInLink: true) }
    survey.visit(notebook.blocks)
    for entry in layout.references.entries {
      survey.visit(entry.text, citedAt: layout.firstCitation(of: entry.key))
    }
    for footnote in notebook.footnotes { survey.visit(footnote.blocks) }
    return survey.formulas
  }

  /// The formulas between the page's head and its foot.
  static func blocks(of layout: LaidOutNotebook) -> [ShownFormula] {
    var survey = FormulaSurvey(layout)
    survey.visit(layout.notebook.blocks)
    return survey.formulas
  }

  private mutating func visitHead(_ frontMatter: FrontMatter) {
    let place = frontMatter.range ?? 0..<0
    let title = context.layout.title
    if title.headingOffset != nil {
      visit(title.title)
    } else {
      visitFragment(from: place, knowsValues: true) { $0.visit(title.title) }
    }
    visitFragment(from: place, knowsValues: true) { survey in
      survey.visit(frontMatter.subtitleText ?? [])
      survey.visit(frontMatter.abstractBlocks ?? [])
    }
  }

  private mutating func visitFragment(
    from place: SourceRange,
    knowsValues: Bool = false,
    _ visit: (inout FormulaSurvey) -> Void
  ) {
    let outer = context.scope
    context.scope = outer.fragment(from: place, knowsValues: knowsValues)
    visit(&self)
    context.scope = outer
  }

  private mutating func add(_ tex: ComposedTeX, _ style: Formula.Style, label: String? = nil) {
    lastPlace = tex.start ?? lastPlace
    formulas.append(ShownFormula(tex: tex, style: style, place: lastPlace, label: label))
  }
}

// MARK: - Blocks

extension FormulaSurvey {
  private mutating func visit(_ blocks: [Block]) {
    for block in blocks { visit(block) }
  }

  private mutating func visit(_ block: Block) {
    switch block.content {
    case .paragraph(let inlines): visit(inlines)
    case .heading(let heading): visit(heading.inlines)
    case .quote(let blocks), .unknown(_, let blocks): visit(blocks)
    case .callout(let callout):
      visit(callout.title)
      visit(callout.blocks)
    case .theorem(let theorem):
      visit(theorem.title)
      visit(theorem.blocks)
    case .list(let list): for item in list.items { visit(item.blocks) }
    case .cell(let cell): visit(cell)
    case .output(let fence): if let cell = fence.cell { visit(shownBy: cell) }
    case .formula(let formula): visit(formula)
    case .html(let parts): for part in parts { visit(part) }
    case .table(let table): visit(table)
    case .figure(let image): if image.label != nil { visit(image.inlines) }
    case .code, .thematicBreak: break
    }
  }

  private mutating func visit(_ table: Table) {
    visit(table.caption ?? [])
    for row in [table.header] + table.rows {
      for cell in row.cells { visit(cell) }
    }
  }

  private mutating func visit(_ part: HTMLPart) {
    switch part {
    case .raw: break
    case .formula(let formula): visit(formula)
    case .value(let value): visit(value)
    case .reference(let reference): visit(reference)
    case .citation(let citation): visit(context.parts(of: citation))
    }
  }

  private mutating func visit(_ cell: Cell) {
    guard !cell.isHidden else { return }
    if cell.mode != .ignore, cell.showsOutput { visit(shownBy: cell.id) }
    visit(cell.caption ?? [])
  }

  private mutating func visit(shownBy piece: Int) {
    let range = context.layout.firstLine(of: piece)
    for case .value(let bundle) in context.output(of: piece) {
      switch ShownForm(bundle) {
      case .latex(let tex): add(context.shownTeX(tex, of: ShownPiece(range: range)), .display)
      case .markdown(let markdown):
        let blocks = NotebookParser.parseFragment(markdown, path: context.layout.path)
        visitFragment(from: range) { $0.visit(blocks) }
      case .vegaLite, .svg, .html, nil: break
      }
    }
  }
}

// MARK: - Running text

extension FormulaSurvey {
  /// - Parameter isInLink: whether links, references, images and notes are words alone.
  private mutating func visit(_ inlines: [Inline], isInLink: Bool = false) {
    for inline in inlines { visit(inline, isInLink) }
  }

  private mutating func visit(_ inline: Inline, _ isInLink: Bool) {
    switch inline {
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
      .unknown(_, let inner):
      visit(inner, isInLink: isInLink)
    case .link(let link): visit(link.inlines, isInLink: isInLink)
    case .image(let image):
      if !isInLink, image.label != nil { visit(image.inlines, isInLink: true) }
    case .formula(let formula): visit(formula)
    case .value(let value): visit(value)
    case .reference(let reference): if !isInLink { visit(reference) }
    case .citation(let citation): if !isInLink { visit(context.parts(of: citation)) }
    case .text, .escaped, .softBreak, .lineBreak, .code, .html, .footnoteReference: break
    }
  }

  private mutating func visit(_ formula: Formula) {
    let label = context.scope.isFragment ? nil : formula.label?.name
    add(context.tex(of: formula), formula.style, label: formula.style == .display ? label : nil)
  }

  private mutating func visit(_ value: InlineValue) {
    guard let shown = context.shownInline(value) else { return }
    switch shown {
    case .latex(let tex): add(context.shownTeX(tex, of: ShownPiece(value)), .inline)
    case .markdown(let inlines): visitFragment(from: value.range) { $0.visit(inlines) }
    case .html, .plain: break
    }
  }

  /// What has a number shows no formula of its own. No other page is asked: which labels are equations of
  /// this one is not known yet.
  private mutating func visit(_ reference: Reference) {
    visit(reference.prefix ?? [], isInLink: true)
    for name in reference.targets.map(\.name) where context.scope.mayShowTitle(of: name) {
      guard let title = context.layout.ownTitle(named: name) else { continue }
      let target = LabelTarget(address: nil, number: nil, title: title)
      let outer = context
      context = context.inside(
        ReferredLabel(name: name, target: target, range: reference.range)
      )
      visit(title, isInLink: true)
      context = outer
    }
  }

  private mutating func visit(_ parts: [TextPart]) {
    for part in parts {
      switch part {
      case .inlines(let inlines): visit(inlines)
      case .bibliography(let text, let place): visit(text, citedAt: place)
      case .citation(_, let inner): visit(inner)
      case .words, .number, .reference: break
      }
    }
  }

  private mutating func visit(_ text: [BibliographyText], citedAt place: SourceRange) {
    for part in text {
      switch part {
      case .text: break
      case .emphasis(let inner), .link(_, let inner): visit(inner, citedAt: place)
      case .math(let tex): add(ComposedTeX(tex, .text(place)), .inline)
      }
    }
  }
}
