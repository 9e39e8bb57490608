import NotebookSyntax

extension BodyWriter {
  /// A value within running text; one that was not run shows its expression.
  mutating func nodes(for value: InlineValue) -> [HTMLNode] {
    if isPlain, let bundle = context.shownValue(of: value) {
      return [.text(bundle.plain.withMinusSign)]
    }
    switch context.shownInline(value) {
    case .html(let markup):
      let element: (name: StaticString, attributes: [HTMLAttribute]) = ("span", [.class("value")])
      return [isolated(markup, isPicture: false, of: ShownPiece(value), in: element)]
    case .latex(let tex):
      return [math(context.shownTeX(tex, of: ShownPiece(value)), style: .inline)]
    case .markdown(let inlines):
      let words = inFragment(from: value.range) { $0.nodes(inlines) }
      return [.element("span", [.class("value")], words)]
    case .plain(let text):
      return [.element("span", [.class("value")], [.text(text.withMinusSign)])]
    case nil:
      return [.element("code", [.class("unevaluated")], [.text(value.expression.text)])]
    }
  }
}

extension String {
  /// The text with a minus sign instead of the hyphen before a number.
  fileprivate var withMinusSign: String {
    guard first == "-", dropFirst().first?.isNumber == true else { return self }
    return "−" + dropFirst()
  }
}
