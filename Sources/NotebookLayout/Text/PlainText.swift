import NotebookSyntax

extension [Inline] {
  /// The words alone, for where no markup may stand: a description of an image, a page's title.
  ///
  /// A formula is its TeX and a value its expression.
  var plainText: String { plainText { $0 } }

  /// - Parameter formula: what a formula says, by its TeX.
  func plainText(sayingFormulas formula: (String) -> String) -> String {
    var text = ""
    for inline in self { inline.appendPlainText(to: &text, formula) }
    return text
  }

  /// Whether a formula is in it.
  var holdsFormulas: Bool {
    contains { inline in
      switch inline {
      case .formula: true
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .unknown(_, let inner):
        inner.holdsFormulas
      case .link(let link): link.inlines.holdsFormulas
      default: false
      }
    }
  }
}

extension Inline {
  fileprivate func appendPlainText(to text: inout String, _ formula: (String) -> String) {
    func plain(_ inner: [Inline]) -> String { inner.plainText(sayingFormulas: formula) }
    switch self {
    case .text(let words), .escaped(let words), .code(let words): text += words
    case .softBreak, .lineBreak: text += " "
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
      text += plain(inner)
    case .unknown(_, let inner): text += plain(inner)
    case .link(let link): text += plain(link.inlines)
    case .image(let image): text += plain(image.inlines)
    case .formula(let shown): text += formula(shown.tex.text)
    case .value(let value): text += value.expression.text
    case .reference(let reference):
      text += reference.targets.map { "@" + $0.name }.joined(separator: "; ")
    case .citation(let citation):
      text += citation.items.map { "@" + $0.key }.joined(separator: "; ")
    case .html, .footnoteReference: break
    }
  }
}
