import NotebookSyntax

/// What the author's raw HTML has opened where the page is being written, and so what may stand there.
struct RawMarkup {
  private var pieces = MarkupPieces([])

  /// Goes on with raw HTML.
  ///
  /// - Returns: the markup, in which each picture has a view box.
  @discardableResult
  mutating func read(_ markup: String) -> String {
    let bytes = Array(markup.utf8)
    pieces.read(bytes)
    var written: [UInt8] = []
    var at = 0
    while let piece = pieces.next() {
      guard case .start(let tag, _) = piece, let box = PictureSize.viewBox(of: tag, bytes) else {
        continue
      }
      written += bytes[at..<tag.nameRange.upperBound] + Array(box.utf8)
      at = tag.nameRange.upperBound
    }
    return at == 0 ? markup : String(decoding: written + bytes[at...], as: UTF8.self)
  }

  /// The element in which there may be text alone: markup would end a picture, or be read as it is
  /// written. `nil` where any markup may stand.
  var textElement: String? {
    if pieces.open.elements.isEmpty { return nil }
    if let name = pieces.textElement { return name }
    guard pieces.open.language == .html else {
      return pieces.open.elements.last { ["svg", "math"].contains($0.name) }?.name
    }
    return ["select", "option", "optgroup"].contains { pieces.open.contains($0) } ? "select" : nil
  }

  /// Whether all that it opened is closed.
  var isClosed: Bool { pieces.open.elements.isEmpty }

  /// Whether any markup may stand here.
  var holdsAnything: Bool { textElement == nil }
}

extension BodyWriter {
  /// Raw HTML of the author's, in which formulas, values and references may stand.
  mutating func write(_ parts: [HTMLPart]) {
    for part in parts {
      switch part {
      case .raw(let markup): html.write(raw(markup))
      case .formula(let formula): write(inRawMarkup: .formula(formula))
      case .value(let value): write(inRawMarkup: .value(value))
      case .reference(let reference): write(inRawMarkup: .reference(reference))
      case .citation(let citation): write(inRawMarkup: .citation(citation))
      }
    }
    html.endLine()
  }

  private mutating func write(inRawMarkup inline: Inline) {
    html.write(nodes([inline]))
  }

  /// Adds what stands for a piece of text where there may be text alone: its words.
  mutating func appendText(_ inline: Inline, in element: String, to nodes: inout [HTMLNode]) {
    switch inline {
    case .text(let text), .code(let text): nodes.append(.text(text))
    case .html(let markup): nodes.append(raw(markup))
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
      .unknown(_, let inner):
      append(inner, to: &nodes)
    case .link(let link): append(link.inlines, to: &nodes)
    case .formula(let formula): nodes.append(text(of: formula, in: element))
    case .softBreak, .lineBreak: nodes.append(.text("\n"))
    case .footnoteReference(let reference): nodes.append(.text("[\(reference.number)]"))
    case .image, .value, .reference, .citation: nodes.append(.text(context.plainText([inline])))
    }
  }

  private mutating func text(of formula: Formula, in element: String) -> HTMLNode {
    diagnostics.append(
      context.layout.diagnostic(
        .warning,
        .formulaInMarkup,
        "a formula cannot stand in <\(element)>, and stays as it is written",
        help: element == "svg"
          ? "put it into a <foreignObject>, where HTML may stand, or write it with signs such as ²"
          : element == "math"
            ? "put it into an <mtext>" : "write it with signs such as ², which are text",
        at: formula.range
      )
    )
    return .text(context.layout.text(formula.range))
  }

  /// Tells of an element that ends with the text around it, and what stands further down outside it.
  mutating func warnOfOpen(_ element: String, in block: Block) {
    diagnostics.append(
      context.layout.diagnostic(
        .warning,
        .openMarkup,
        "<\(element)> is not closed before the paragraph ends, and ends with it",
        help: "take away the blank line in it, or put its first tag on a line of its own",
        at: context.layout.firstLine(of: block.range.lowerBound)
      )
    )
  }

  /// Writes a block that stands in markup which a block's own tags would end.
  ///
  /// - Returns: whether it is written.
  mutating func write(insideRawMarkup block: Block) -> Bool {
    guard let element = rawMarkup.textElement else { return false }
    switch block.content {
    case .html: return false
    case .paragraph(let inlines):
      // A line that begins with a tag of the picture is a paragraph behind a blank line.
      for inline in inlines {
        if case .html(let markup) = inline { rawMarkup.read(markup) }
        html.write(nodes([inline]))
      }
      html.endLine()
      return true
    default:
      diagnostics.append(
        context.layout.diagnostic(
          .warning,
          .blockInMarkup,
          "Markdown cannot stand in <\(element)>, which ends here",
          help: "close <\(element)> before, or take away the blank line that ends its raw HTML",
          at: context.layout.firstLine(of: block.range.lowerBound)
        )
      )
      rawMarkup = RawMarkup()
      return false
    }
  }
}
