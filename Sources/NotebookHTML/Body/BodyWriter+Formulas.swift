import NotebookLayout
import NotebookSyntax

extension BodyWriter {
  /// A formula within running text or raw HTML, where a `div` might not be allowed.
  mutating func node(_ formula: Formula) -> HTMLNode {
    guard formula.style == .inline else { return node(display: formula, in: "span") }
    return math(context.tex(of: formula), style: .inline)
  }

  /// A display formula, with an anchor if it has a label.
  ///
  /// - Parameter name: the element to be used, `div` or `span`.
  mutating func node(display formula: Formula, in name: StaticString) -> HTMLNode {
    let labels =
      context.scope.isFragment ? [] : late.nextEquation?.labels ?? []
    let label = context.scope.isFragment ? nil : formula.label?.name
    let formulaNode = math(context.tex(of: formula), style: .display, in: name, label: label)
    guard !labels.isEmpty else { return formulaNode }
    var anchors = labels.flatMap { anchor($0) }[...]
    let own = anchors.popFirst()
    let others = anchors.map { HTMLNode.element("span", [$0]) }
    return .element(
      name,
      [.class("equation")] + (own.map { [$0] } ?? []),
      [formulaNode] + others
    )
  }

  /// Notes a formula, to be set with all others of the page.
  mutating func math(
    _ tex: ComposedTeX,
    style: Formula.Style,
    in name: StaticString = "span",
    label: String? = nil
  ) -> HTMLNode {
    late.add(tex, style, in: name, label: label, definitions: context.scope.foreignDefinitions)
  }
}
