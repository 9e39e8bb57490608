/// Raw HTML, in which formulas, values, references and citations may stand.
extension NotebookBuilder {
  /// Raw HTML, or a hidden cell in a comment.
  mutating func html(_ node: CMarkNode) -> Block {
    let literal = node.literal
    let raw = RawBlock(literal, range(ofHTML: node, literal), in: source)
    if let words = raw.cellWords {
      let range = raw.comment ?? raw.range
      report(raw.unclosedCell)
      return Block(range: range, content: .cell(cell(range, raw.code, words, isHidden: true)))
    }
    found.symbols += raw.symbols
    takeIn(raw)
    report(raw.misspeltCell)
    report(raw.unclosedMarkup)
    return Block(range: raw.range, content: .html(htmlParts(literal)))
  }

  /// The parts of raw HTML that came out of the parser.
  mutating func htmlParts(_ literal: String) -> [HTMLPart] {
    guard literal.utf8.contains(MaskedText.leadByte) else { return [.raw(literal)] }
    var stretches: [UnmaskedPart] = []
    masked.unmask(literal) { stretches.append($0) }
    var groups = MentionGroups(in: source, isHTML: true)
    for stretch in stretches {
      switch stretch {
      case .text(let text): groups.add(text: String(Substring(text)))
      case .extra(let number):
        let extra = masked.extras[number]
        switch extra.kind {
        case .formula(let delimiters): groups.add(.formula(formula(extra, delimiters)))
        case .value: groups.add(.value(value(extra)))
        case .mention(let mention): groups.add(inline(extra, mention), mention)
        case .reference(let form): groups.add(.reference(reference(extra, form)))
        case .label, .literal, .escape: groups.add(text: source[extra.range])
        }
      }
    }
    let parts = groups.htmlParts()
    found.citations += groups.citations
    found.diagnostics += groups.diagnostics
    return parts
  }
}

extension MentionGroups {
  /// The elements with their groups, as parts of raw HTML.
  fileprivate mutating func htmlParts() -> [HTMLPart] {
    var parts: [HTMLPart] = []
    var raw = ""
    func add(_ part: HTMLPart?) {
      guard let part else { return }
      if !raw.isEmpty { parts.append(.raw(raw)) }
      raw = ""
      parts.append(part)
    }
    for element in elements {
      switch element {
      case .text(let text): raw += text
      case .semicolon: raw += ";"
      case .inline(let inline): add(HTMLPart(inline))
      case .mention(let inline, _, _):
        if case .citation(let citation) = inline { citations.append(citation) }
        add(HTMLPart(inline))
      }
    }
    if !raw.isEmpty { parts.append(.raw(raw)) }
    return parts
  }
}

extension HTMLPart {
  /// The inline as a part of raw HTML, if it can stand there.
  fileprivate init?(_ inline: Inline) {
    switch inline {
    case .formula(let formula): self = .formula(formula)
    case .value(let value): self = .value(value)
    case .reference(let reference): self = .reference(reference)
    case .citation(let citation): self = .citation(citation)
    default: return nil
    }
  }
}
