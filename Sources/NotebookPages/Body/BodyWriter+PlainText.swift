import NotebookSyntax

extension BodyWriter {
  /// The words alone, for where no markup may stand: a description of an image, a page's title.
  ///
  /// A formula is its TeX; a value, a reference and a citation are what they say on the page.
  func plainText(_ inlines: [Inline]) -> String {
    var writer = BodyWriter(plain: self)
    let nodes = writer.nodes(inlines.withoutMarkup)
    return writer.text(of: nodes)
  }

  /// The words of blocks, a line for each.
  func plainText(_ blocks: [Block]) -> String {
    blocks.compactMap { block in
      switch block.content {
      case .paragraph(let inlines): plainText(inlines)
      case .heading(let heading): plainText(heading.inlines)
      case .quote(let inner), .unknown(_, let inner): plainText(inner)
      case .callout(let callout): plainText(callout.blocks)
      case .theorem(let theorem): plainText(theorem.blocks)
      case .list(let list): list.items.map { plainText($0.blocks) }.joined(separator: "\n")
      case .formula(let formula): plainText([.formula(formula)])
      case .code, .cell, .output, .html, .table, .figure, .thematicBreak: nil
      }
    }.joined(separator: "\n")
  }

  /// The text as it may stand inside a link and a second time on a page: without links, notes and raw
  /// markup. What a reference or a citation says there is text.
  func withoutLinks(_ inlines: [Inline]) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline {
      case .emphasis(let inner): [.emphasis(withoutLinks(inner))]
      case .strong(let inner): [.strong(withoutLinks(inner))]
      case .strikethrough(let inner): [.strikethrough(withoutLinks(inner))]
      case .unknown(let name, let inner): [.unknown(name: name, withoutLinks(inner))]
      case .link(let link): withoutLinks(link.inlines)
      case .reference, .citation, .image: [.text(plainText([inline]))]
      case .footnoteReference, .html, .lineBreak: []
      case .text, .softBreak, .code, .formula, .value: [inline]
      }
    }
  }

  /// The text as it may stand on another page: its values, references and citations are words, and no
  /// longer ask this page for anything.
  ///
  /// - Returns: the text, and whether all its values are known.
  func resolved(_ inlines: [Inline]) -> (text: [Inline], isKnown: Bool) {
    var isKnown = true
    func inner(_ inlines: [Inline]) -> [Inline] {
      let (text, isInnerKnown) = resolved(inlines)
      isKnown = isKnown && isInnerKnown
      return text
    }
    let text = withoutLinks(inlines).map { inline -> Inline in
      switch inline {
      case .emphasis(let text): return .emphasis(inner(text))
      case .strong(let text): return .strong(inner(text))
      case .strikethrough(let text): return .strikethrough(inner(text))
      case .unknown(let name, let text): return .unknown(name: name, inner(text))
      case .formula(let formula):
        let tex = context.tex(of: formula)
        isKnown = isKnown && tex.isComplete
        return .formula(Formula(tex: tex.text))
      case .value(let value):
        if let tex = context.shownTeX(of: value) { return .formula(Formula(tex: tex)) }
        if context.shownValue(of: value) != nil { return .text(plainText([inline])) }
        isKnown = false
        return .code(value.expression.text)
      default: return inline
      }
    }
    return (text, isKnown)
  }

  private func text(of nodes: [HTMLNode]) -> String {
    nodes.reduce(into: "") { text, node in
      switch node {
      case .text(let words): text += words
      case .element(let element): text += self.text(of: element.children)
      case .later(let number):
        if case .formula(let formula) = latePieces[number] { text += formula.tex.readable }
      case .void, .raw, .written: break
      }
    }
  }
}

extension [Inline] {
  /// The text with what has words besides its markup, and nothing else.
  fileprivate var withoutMarkup: [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .unknown(_, let inner):
        inner.withoutMarkup
      case .link(let link): link.inlines.withoutMarkup
      case .image(let image): image.inlines.withoutMarkup
      case .softBreak, .lineBreak: [.text(" ")]
      case .footnoteReference, .html: []
      case .text, .code, .formula, .value, .reference, .citation: [inline]
      }
    }
  }
}
