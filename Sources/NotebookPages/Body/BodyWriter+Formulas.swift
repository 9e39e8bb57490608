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
    let equation = context.equation(of: formula)
    let formulaNode = math(
      tex(of: formula),
      style: .display,
      in: name,
      firstNumber: equation?.firstRow
    )
    guard let equation, !equation.labels.isEmpty else { return formulaNode }
    var children = [formulaNode]
    if let number = equation.number {
      children.append(.element("span", [.class("number")], [.text("(\(number))")]))
    }
    var anchors = equation.labels.flatMap { anchor($0) }[...]
    let own = anchors.popFirst()
    for other in anchors { children.append(.element("span", [other])) }
    return .element(name, [.class("equation")] + (own.map { [$0] } ?? []), children)
  }

  /// Notes a formula, to be set with all others of the page.
  mutating func math(
    _ tex: ComposedTeX,
    style: Formula.Style,
    in name: StaticString = "span",
    firstNumber: Int? = nil
  ) -> HTMLNode {
    later(
      .formula(
        PageFormula(
          tex: tex,
          style: style,
          element: name,
          firstNumber: firstNumber,
          definitions: foreignDefinitions
        )
      )
    )
  }

  /// TeX that a cell or an expression shows.
  func shownTeX(_ tex: String, of piece: ShownPiece) -> ComposedTeX {
    ComposedTeX(tex, .value(piece.range, expression: piece.expression, tex: tex))
  }

  func tex(of formula: Formula) -> ComposedTeX {
    if let place = fragmentPlace, !context.knowsValues {
      return ComposedTeX(formula.tex.text, .text(place))
    }
    return ComposedTeX(formula) { value in
      shownValue(of: value).map { $0[.latex] ?? TeX.text($0.plain) }
    }
  }
}

/// What showed a value, for messages about the value.
struct ShownPiece {
  var range: SourceRange
  /// The expression, where the value stands in the text.
  var expression: String?
}
