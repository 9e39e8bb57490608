import NotebookDisplay
import NotebookSyntax

extension BodyWriter {
  /// A formula within running text or raw HTML, where a `div` might not be allowed.
  mutating func node(_ formula: Formula) -> HTMLNode {
    guard formula.style == .inline else { return node(display: formula, in: "span") }
    return math(tex(of: formula), style: .inline)
  }

  /// A display formula with its number, if it has a label.
  ///
  /// - Parameter name: the element to be used, `div` or `span`.
  mutating func node(display formula: Formula, in name: StaticString) -> HTMLNode {
    let firstRow = context.firstRow(of: formula)
    let formulaNode = math(tex(of: formula), style: .display, in: name, firstNumber: firstRow)
    guard let label = formula.label else { return formulaNode }
    var children = [formulaNode]
    let isTagged = firstRow != nil || EquationRows(formula.tex.text).tag != nil
    if !isTagged, let number = context.number(of: label.name) {
      children.append(.element("span", [.class("number")], [.text("(\(number))")]))
    }
    return .element(name, [.class("equation")] + anchor(label.name), children)
  }

  /// TeX for the page's script to find: the element holds nothing else, and its text is exactly the
  /// TeX.
  mutating func math(
    _ tex: String,
    style: Formula.Style,
    in name: StaticString = "span",
    firstNumber: Int? = nil
  ) -> HTMLNode {
    assets.insert(.mathJax)
    var attributes = [HTMLAttribute.class(style == .inline ? "math inline" : "math display")]
    if let firstNumber { attributes.append(HTMLAttribute("data-number", String(firstNumber))) }
    return .element(name, attributes, [.text(tex)])
  }

  private func tex(of formula: Formula) -> String {
    formula.tex { value in
      guard let bundle = shownValue(of: value) else {
        return TeX.text(value.expression.text).replacing("\\text{", with: "\\texttt{")
      }
      return bundle[.latex] ?? TeX.text(bundle.plain)
    }
  }
}
