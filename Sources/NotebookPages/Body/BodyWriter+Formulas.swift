import Documents
import NotebookDisplay
import NotebookSyntax

extension BodyWriter {
  /// A formula within running text or raw HTML, where a `div` might not be allowed.
  mutating func node(_ formula: Formula) -> HTMLNode {
    guard formula.style == .inline else { return node(display: formula, in: "span") }
    return math(tex(of: formula), style: .inline)
  }

  /// A display formula, with an anchor if it has a label.
  ///
  /// - Parameter name: the element to be used, `div` or `span`.
  mutating func node(display formula: Formula, in name: StaticString) -> HTMLNode {
    let labels = context.isFragment ? [] : context.equations[displayCount]?.labels ?? []
    let label = context.isFragment ? nil : formula.label?.name
    let formulaNode = math(tex(of: formula), style: .display, in: name, label: label)
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
    var formula = PageFormula(
      tex: tex,
      style: style,
      element: name,
      place: tex.start ?? lastPlace,
      label: label,
      definitions: foreignDefinitions
    )
    // What stands on another page has no place here.
    if foreignDefinitions == nil { lastPlace = formula.place }
    if style == .display, foreignDefinitions == nil {
      let equation = context.equations[displayCount]
      formula.firstNumber = equation?.firstRow
      formula.tag = equation?.number
      displayCount += 1
    }
    return later(.formula(formula))
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
