import NotebookSyntax

/// Writes a notebook's blocks as HTML, one after the other, into one buffer.
///
/// What holds running text becomes a small tree of nodes first; what holds blocks is opened and
/// closed around them, so that no tree of the whole notebook is ever in memory.
struct BodyWriter {
  private(set) var context: BodyContext
  /// The buffer.
  var html = HTMLWriter()
  /// What the page must load in the browser for what was written so far.
  var assets: Set<Page.Asset> = []
  /// The addresses of the images that the text shows, in order.
  var images: [String] = []
  /// The references to footnotes that were written so far, so that notes link back only to those.
  var writtenReferences: Set<String> = []
  private var usedAnchors: Set<String> = []

  init(_ context: BodyContext) {
    self.context = context
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
    content(&self)
    html.close(name)
    html.endLine()
  }

  /// The `id` attribute with a name, the first time that the name is asked for: a page with two
  /// things of one name is not valid.
  mutating func anchor(_ name: String) -> [HTMLAttribute] {
    !context.isFragment && usedAnchors.insert(name).inserted ? [.id(name)] : []
  }

  /// Markdown that does not stand in the notebook's own text.
  mutating func fragment(_ blocks: [Block]) -> HTMLNode {
    inFragment { body in
      let outer = body.html
      defer { body.html = outer }
      body.html = HTMLWriter()
      body.write(blocks)
      return .raw(String(decoding: body.html.bytes, as: UTF8.self))
    }
  }

  /// Does something by the rules for Markdown that does not stand in the notebook's own text.
  mutating func inFragment<Result>(_ write: (inout BodyWriter) -> Result) -> Result {
    let isFragment = context.isFragment
    defer { context.isFragment = isFragment }
    context.isFragment = true
    return write(&self)
  }

  mutating func write(_ block: Block) {
    switch block.content {
    case .paragraph(let inlines): writeLine(.element("p", [], nodes(inlines)))
    case .heading(let heading): write(heading, at: block.range.lowerBound)
    case .quote(let blocks): writeContainer("blockquote", [], blocks)
    case .callout(let callout): write(callout)
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

  private mutating func write(_ parts: [HTMLPart]) {
    for part in parts {
      switch part {
      case .raw(let markup): html.write(.raw(markup))
      case .formula(let formula): html.write(node(formula))
      case .value(let value): html.write(nodes(for: value))
      case .reference(let reference): html.write(node(reference))
      }
    }
    html.endLine()
  }
}
