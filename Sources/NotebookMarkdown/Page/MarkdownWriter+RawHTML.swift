import NotebookLayout
import NotebookSyntax

// Raw HTML, in which no Markdown is read: what stands in it is HTML too.
extension MarkdownWriter {
  mutating func write(_ parts: [HTMLPart]) {
    var text = ""
    for part in parts {
      switch part {
      case .raw(let markup): text += options.markup(markup)
      case .formula(let formula): text += html(formula)
      case .value(let value): text += html(value)
      case .reference(let reference): text += html(for: context.parts(of: reference))
      case .citation(let citation): text += html(for: context.parts(of: citation))
      }
    }
    while text.last?.isNewline == true { text.removeLast() }
    if !text.isEmpty { buffer.write(text) }
  }

  /// A formula between dollars, which is found in a page's text too.
  private mutating func html(_ formula: Formula) -> String {
    let isDisplay = formula.style == .display
    let anchors = isDisplay ? equationAnchors(formula) : ""
    let tex = context.tex(of: formula)
    return anchors + html(isDisplay ? display(tex) : inline(tex), isDisplay: isDisplay)
  }

  private func html(_ formula: PortableTeX.Formula, isDisplay: Bool) -> String {
    guard !formula.tex.isEmpty else { return "" }
    let mark = isDisplay ? "$$" : "$"
    // A blank line would end the markup.
    let line = formula.tex.split(whereSeparator: \.isNewline).joined(separator: " ")
    return mark + MarkdownSyntax.html(line) + mark
  }

  private mutating func html(_ value: InlineValue) -> String {
    switch context.shownInline(value) {
    case .html(let markup): return shown(inline: markup, of: value, isInHTML: true)
    case .latex(let tex):
      return html(inline(context.shownTeX(tex, of: ShownPiece(value))), isDisplay: false)
    case .markdown, .plain, nil: return MarkdownSyntax.html(context.plainText([.value(value)]))
    }
  }

  private mutating func html(for parts: [TextPart]) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .words(let words): text += MarkdownSyntax.html(words)
      case .inlines(let inlines): text += MarkdownSyntax.html(context.plainText(inlines))
      case .number(let tex): text += html(inline(tex), isDisplay: false)
      case .bibliography(let words, _): text += MarkdownSyntax.html(words.plainText)
      case .reference(let referred, let word, let inner):
        let words =
          html(for: word) + within(context.inside(referred).scope) { $0.html(for: inner) }
        text += referred.target.address.map { link(words, to: $0) } ?? words
      case .citation(let key, let words):
        text += link(html(for: words), to: "#" + ReferenceAnchor.entry(key))
      }
    }
    return text
  }

  private func link(_ words: String, to address: String) -> String {
    "<a href=\"\(MarkdownSyntax.html(address))\">\(words)</a>"
  }
}
