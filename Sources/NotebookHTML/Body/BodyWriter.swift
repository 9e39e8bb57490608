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
  /// Begins every name within the page's outputs: letters, digits and low lines.
  let outputPrefix: String
  /// The buffer.
  var html = HTMLWriter()
  /// The formulas and charts that were written so far, in order.
  private(set) var latePieces: [LatePiece] = []
  /// The addresses of references to other pages, which need no looking up.
  var referenceAddresses: Set<String> = []
  /// The addresses that the page does not hold, as their author wrote them.
  var lostAddresses: [String] = []
  /// How many display formulas were written so far.
  var displayCount = 0
  /// Where the last formula stands in the notebook.
  var lastPlace = 0
  /// The references to footnotes that were written so far, so that notes link back only to those.
  var writtenReferences: Set<String> = []
  /// What was found wrong on writing.
  var diagnostics: [Diagnostic] = []
  /// How many SVG and HTML outputs were written so far.
  var outputCount = 0
  /// The raw HTML that was written so far, where it is asked for.
  var seenMarkup: [String]?
  /// What the Markdown that is being written is kept to, where a cell shows it.
  var shownOutput: IsolatedOutput?
  /// The ids of outputs that must stay as they are, and where these are shown.
  var keptIDs: [String: SourceRange] = [:]
  /// What the author's raw HTML has opened and not closed where the writer is.
  var rawMarkup = RawMarkup()
  /// Says where in the notebook each block stands; `nil` where the page is not to say so.
  var sources: SourceMarks?
  /// An element that holds text alone and that raw HTML in running text has left open.
  var leftOpen: String?
  private var usedAnchors: Set<String> = []

  /// - Parameters:
  ///   - layout: the notebook.
  ///   - code: the code that the page shows.
  ///   - idPrefix: begins every name within the page's outputs: letters, digits and hyphens.
  ///   - sources: says where in the notebook each block stands.
  init(
    _ layout: LaidOutNotebook,
    code: ColouredCode = ColouredCode(),
    idPrefix: String = "",
    sources: SourceMarks? = nil
  ) {
    context = TextContext(layout)
    self.code = code
    self.sources = sources
    outputPrefix = idPrefix.replacing("-", with: "_")
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

  /// The `id` attribute with a name, the first time that the name is asked for: a page with two
  /// things of one name is not valid.
  mutating func anchor(_ name: String) -> [HTMLAttribute] {
    !context.scope.isFragment && usedAnchors.insert(name).inserted ? [.id(name)] : []
  }

  /// Whether something of the page has a name.
  func hasAnchor(_ name: String) -> Bool { usedAnchors.contains(name) }

  /// Notes a formula or a chart, to be set when the whole page is known.
  mutating func later(_ piece: LatePiece) -> HTMLNode {
    latePieces.append(piece)
    return .later(latePieces.count - 1)
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
    if !rawMarkup.holdsAnything, write(insideRawMarkup: block) { return }
    writeContent(of: block)
    if let element = leftOpen {
      leftOpen = nil
      warnOfOpen(element, in: block)
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
