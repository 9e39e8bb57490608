import Bibliography
import NotebookSyntax

extension TextContext {
  /// The words alone, for where no markup may stand: a description of an image, a page's title.
  ///
  /// A formula is what it says in plain Unicode; a value, a reference and a citation are what they say on the page.
  package func plainText(_ inlines: [Inline]) -> String {
    var text = ""
    for inline in inlines { text += plainText(inline) }
    return text
  }

  /// The words of blocks, a line for each.
  package func plainText(_ blocks: [Block]) -> String {
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

  private func plainText(_ inline: Inline) -> String {
    switch inline {
    case .text(let words), .escaped(let words), .code(let words): words
    case .softBreak, .lineBreak: " "
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
      .unknown(_, let inner):
      plainText(inner)
    case .link(let link): plainText(words(of: link))
    case .image(let image): plainText(image.inlines)
    case .formula(let formula): FormulaText.text(of: tex(of: formula).text, macros)
    case .value(let value): plainText(of: value) ?? value.expression.text
    case .reference(let reference): plainText(parts(of: reference))
    case .citation(let citation): plainText(parts(of: citation))
    case .footnoteReference, .html: ""
    }
  }

  /// The macros of the text.
  private var macros: TeXMacroTable {
    scope.foreignDefinitions.map { TeXMacroTable(definitions: $0) } ?? layout.macros
  }

  private func plainText(_ parts: [TextPart]) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .words(let words): text += words
      case .inlines(let inlines): text += plainText(inlines)
      case .number(let tex): text += tex.readable
      case .bibliography(let words, _): text += Self.plainText(words)
      case .reference(let referred, let word, let inner):
        text += plainText(word) + inside(referred).plainText(inner)
      case .citation(_, let inner): text += plainText(inner)
      }
    }
    return text
  }

  private static func plainText(_ text: [BibliographyText]) -> String {
    var plain = ""
    for part in text {
      switch part {
      case .text(let words), .math(let words): plain += words
      case .emphasis(let inner), .link(_, let inner): plain += plainText(inner)
      }
    }
    return plain
  }

  /// The text as it may stand inside a link and a second time on a page: without links, notes and raw
  /// markup. What a reference or a citation says there is text.
  package func withoutLinks(_ inlines: [Inline]) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline {
      case .emphasis(let inner): [.emphasis(withoutLinks(inner))]
      case .strong(let inner): [.strong(withoutLinks(inner))]
      case .strikethrough(let inner): [.strikethrough(withoutLinks(inner))]
      case .unknown(let name, let inner): [.unknown(name: name, withoutLinks(inner))]
      case .link(let link): withoutLinks(words(of: link))
      case .reference, .citation, .image: [.text(plainText([inline]))]
      case .footnoteReference, .html, .lineBreak: []
      case .text, .escaped, .softBreak, .code, .formula, .value: [inline]
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
        let tex = tex(of: formula)
        isKnown = isKnown && tex.isComplete
        return .formula(Formula(tex: tex.text))
      case .value(let value):
        if let tex = shownTeX(of: value) { return .formula(Formula(tex: tex)) }
        if let text = plainText(of: value) { return .text(text) }
        isKnown = false
        return .code(value.expression.text)
      default: return inline
      }
    }
    return (text, isKnown)
  }
}
