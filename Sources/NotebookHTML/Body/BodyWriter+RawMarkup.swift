import NotebookSyntax

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
    if rawMarkup.gathersText, let text = textAlone(inline, in: element) {
      rawMarkup.add(text: text)
      return
    }
    switch inline {
    case .text(let text), .escaped(let text), .code(let text): nodes.append(.text(text))
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

  /// The text that a piece adds to a style sheet or a script; `nil` where markup must be read for it.
  private mutating func textAlone(_ inline: Inline, in element: String) -> String? {
    switch inline {
    case .text(let text), .escaped(let text), .code(let text): return text
    case .softBreak, .lineBreak: return "\n"
    case .formula(let formula):
      found.diagnostics.append(RawMarkup.formula(formula, in: element, of: context.layout))
      return context.layout.text(formula.range)
    case .image, .value, .reference, .citation, .footnoteReference:
      return context.plainText([inline])
    case .html, .emphasis, .strong, .strikethrough, .link, .unknown: return nil
    }
  }

  private mutating func text(of formula: Formula, in element: String) -> HTMLNode {
    found.diagnostics.append(RawMarkup.formula(formula, in: element, of: context.layout))
    return .text(context.layout.text(formula.range))
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
        if case .html(let markup) = inline {
          html.write(raw(markup))
        } else {
          html.write(nodes([inline]))
        }
      }
      html.endLine()
      return true
    default:
      found.diagnostics.append(RawMarkup.block(block, in: element, of: context.layout))
      rawMarkup = RawMarkup(permissions)
      return false
    }
  }
}
