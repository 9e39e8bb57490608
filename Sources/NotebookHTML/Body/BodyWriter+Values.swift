import NotebookLayout
import NotebookSyntax

extension BodyWriter {
  /// A value within running text; one that was not run shows its expression.
  mutating func nodes(for value: InlineValue) -> [HTMLNode] {
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
      return [.element("span", [.class("value")], [.text(text)])]
    case nil:
      return [.element("code", [.class("unevaluated")], [.text(value.expression.text)])]
    }
  }
}
