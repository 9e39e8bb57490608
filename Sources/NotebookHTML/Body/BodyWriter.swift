import Documents
import NotebookLayout
import NotebookSyntax

/// Writes a notebook's blocks as HTML, one after the other, into one buffer.
///
/// What holds running text becomes a small tree of nodes first; what holds blocks is opened and
/// closed around them, so that no tree of the whole notebook is ever in memory.
struct BodyWriter {
  /// What the text that is written says where it stands.
  private(set) var context: TextContext
  let code: ColouredCode
  /// Where the declarations are documented that code in the text names; nothing for none.
  var documented = DeclarationLinks()
  /// The buffer.
  var html = HTMLWriter()
  var late: LatePieceList
  var found = PageFindings()
  var anchors = PageAnchors()
  var footnotes = FootnoteLinks()
  var outputs: OutputIsolation
  /// The raw HTML that was written so far, where it is asked for.
  var seenMarkup: [String]?
  /// What the Markdown that is being written is kept to, where a cell shows it.
  var shownOutput: IsolatedOutput?
  /// What the author's raw HTML has opened and not closed where the writer is.
  var rawMarkup: RawMarkup
  /// What the page may do.
  let permissions: PagePermissions
  /// Where raw HTML stands that is being written; `nil` where it stands elsewhere on the page, too.
  var markupPlace: MarkupPlace?
  /// Says where in the notebook each block stands; `nil` where the page is not to say so.
  var sources: SourceMarks?
  /// An element that holds text alone and that raw HTML in running text has left open.
  var leftOpen: String?

  /// - Parameters:
  ///   - layout: the notebook.
  ///   - code: the code that the page shows.
  ///   - idPrefix: begins every name within the page's outputs: letters, digits and hyphens.
  ///   - sources: says where in the notebook each block stands.
  ///   - permissions: what the page may do.
  init(
    _ layout: LaidOutNotebook,
    code: ColouredCode = ColouredCode(),
    idPrefix: String = "",
    sources: SourceMarks? = nil,
    permissions: PagePermissions = PagePermissions()
  ) {
    self.permissions = permissions
    rawMarkup = RawMarkup(permissions)
    context = TextContext(layout)
    self.code = code
    self.sources = sources
    late = LatePieceList(layout.equations)
    outputs = OutputIsolation(idPrefix: idPrefix)
  }

  mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  /// Writes a node that fills lines of its own.
  mutating func writeLine(_ node: HTMLNode) {
    html.write(node)
    html.endLine()
  }

  /// Writes an element around whatever is written by `content`.
  mutating func element(
    _ name: StaticString,
    _ attributes: [HTMLAttribute] = [],
    _ content: (inout BodyWriter) -> Void
  ) {
    html.open(name, attributes)
    // What raw HTML leaves open ends with the element around it.
    let outer = rawMarkup
    content(&self)
    rawMarkup = outer
    html.close(name)
    html.endLine()
  }

  /// The `id` attribute with a name, for what may have one where the writer is.
  mutating func anchor(_ name: String) -> [HTMLAttribute] {
    context.scope.isFragment ? [] : anchors.attribute(name)
  }

  /// Markdown that does not stand in the notebook's own text.
  ///
  /// - Parameter place: where it comes from.
  mutating func fragment(_ blocks: [Block], from place: SourceRange) -> HTMLNode {
    inFragment(from: place) { $0.written(blocks) }
  }

  /// Blocks as a node.
  mutating func written(_ blocks: [Block]) -> HTMLNode {
    let outer = html
    defer { html = outer }
    html = HTMLWriter()
    write(blocks)
    return .written(html)
  }

  /// Does something by the rules for a text of the front matter, whose values are known.
  mutating func inFrontMatter<Result>(
    at place: SourceRange,
    _ write: (inout BodyWriter) -> Result
  ) -> Result {
    within(context.scope.fragment(from: place, knowsValues: true), write)
  }

  /// Does something by the rules for Markdown that does not stand in the notebook's own text.
  ///
  /// - Parameter place: where the Markdown comes from.
  mutating func inFragment<Result>(
    from place: SourceRange,
    _ write: (inout BodyWriter) -> Result
  ) -> Result {
    within(context.scope.fragment(from: place), write)
  }

  /// Does something by other rules.
  mutating func within<Result>(
    _ scope: TextScope,
    _ write: (inout BodyWriter) -> Result
  ) -> Result {
    let outer = context.scope
    defer { context.scope = outer }
    context.scope = scope
    return write(&self)
  }

  mutating func write(_ block: Block) {
    markSource(block.range)
    let outer = markupPlace
    if !context.scope.isFragment { markupPlace = MarkupPlace(block.range) }
    defer { if let outer { markupPlace = outer } }
    if !rawMarkup.holdsAnything, write(insideRawMarkup: block) { return }
    writeContent(of: block)
    if let element = leftOpen {
      leftOpen = nil
      found.diagnostics.append(RawMarkup.leftOpen(element, in: block, of: context.layout))
    }
  }

  private mutating func writeContent(of block: Block) {
    switch block.content {
    case .paragraph(let inlines): writeLine(.element("p", [], nodes(inlines)))
    case .heading(let heading): write(heading, at: block.range.lowerBound)
    case .quote(let blocks): writeContainer("blockquote", [], blocks)
    case .callout(let callout): write(callout)
    case .theorem(let theorem): write(theorem, at: block.range.lowerBound)
    case .list(let list): write(list)
    case .code(let code): writeLine(node(code))
    case .cell(let cell): write(cell)
    case .output(let fence): write(fence)
    case .formula(let formula): writeLine(node(display: formula, in: "div"))
    case .html(let parts): write(parts)
    case .table(let table): write(table)
    case .figure(let image): write(figure: image)
    case .thematicBreak: writeLine(.void("hr", []))
    case .unknown(_, let blocks): writeContainer("div", [], blocks)
    }
  }

  mutating func writeContainer(
    _ name: StaticString,
    _ attributes: [HTMLAttribute],
    _ blocks: [Block]
  ) {
    element(name, attributes) { body in
      body.html.endLine()
      body.write(blocks)
    }
  }
}
