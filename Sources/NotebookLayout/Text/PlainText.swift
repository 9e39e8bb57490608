import NotebookSyntax

extension [Inline] {
  /// The words alone, for where no markup may stand: a description of an image, a page's title.
  ///
  /// A formula is its TeX and a value its expression.
  var plainText: String {
    var text = ""
    for inline in self { inline.appendPlainText(to: &text) }
    return text
  }
}

extension Inline {
  fileprivate func appendPlainText(to text: inout String) {
    switch self {
    case .text(let words), .escaped(let words), .code(let words): text += words
    case .softBreak, .lineBreak: text += " "
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
      text += inner.plainText
    case .unknown(_, let inner): text += inner.plainText
    case .link(let link): text += link.inlines.plainText
    case .image(let image): text += image.inlines.plainText
    case .formula(let formula): text += formula.tex.text
    case .value(let value): text += value.expression.text
    case .reference(let reference):
      text += reference.targets.map { "@" + $0.name }.joined(separator: "; ")
    case .citation(let citation):
      text += citation.items.map { "@" + $0.key }.joined(separator: "; ")
    case .html, .footnoteReference: break
    }
  }
}
