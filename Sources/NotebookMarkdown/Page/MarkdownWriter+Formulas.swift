import NotebookLayout
import NotebookSyntax

extension MarkdownWriter {
  /// A formula within running text.
  mutating func parts(of formula: Formula, _ isInTable: Bool) -> [InlineMarkdown.Part] {
    let tex = context.tex(of: formula)
    guard formula.style == .display else { return [math(inline: tex, isInTable)] }
    // A block cannot stand in a line.
    let anchors = equationAnchors(formula)
    let set = display(tex)
    return [.markup(anchors), .markup(marked("\\displaystyle " + set.tex, isInTable))]
  }

  /// A formula within a line, as TeX.
  mutating func inline(_ tex: ComposedTeX) -> PortableTeX.Formula {
    let formula = formulas.inline(tex, definedBy: context.scope.foreignDefinitions)
    tell(formula, tex)
    return formula
  }

  mutating func math(inline tex: ComposedTeX, _ isInTable: Bool) -> InlineMarkdown.Part {
    let formula = inline(tex)
    return .markup(formula.tex.isEmpty ? "" : marked(formula.tex, isInTable))
  }

  /// A formula that stands by itself.
  mutating func writeDisplay(_ formula: Formula) {
    let anchors = equationAnchors(formula)
    if !anchors.isEmpty { buffer.write(anchors) }
    writeDisplay(context.tex(of: formula))
  }

  mutating func writeDisplay(_ tex: ComposedTeX) {
    let formula = display(tex)
    guard !formula.tex.isEmpty else { return }
    switch options.dialect {
    case .github: buffer.write(MarkdownSyntax.fence(formula.tex, "math"), mayTouch: true)
    case .jupyter: buffer.write("$$\n\(formula.tex)\n$$")
    }
  }

  /// A formula that stands by itself, as TeX.
  mutating func display(_ tex: ComposedTeX) -> PortableTeX.Formula {
    let formula =
      context.scope.foreignDefinitions == nil
      ? formulas.display(tex)
      : formulas.inline(tex, definedBy: context.scope.foreignDefinitions)
    tell(formula, tex)
    return formula
  }

  /// What links to the labels of the next display formula lead to.
  mutating func equationAnchors(_ formula: Formula) -> String {
    guard !context.scope.isFragment else { return "" }
    return formulas.labels.map { anchor($0) }.joined()
  }

  /// TeX within a line.
  private func marked(_ tex: String, _ isInTable: Bool) -> String {
    var line = tex.split(whereSeparator: \.isNewline).joined(separator: " ")
    // Bars part the cells of a table, and a backslash before one is the table's.
    if isInTable { line = line.replacing("\\|", with: "\\Vert ").trimmedAtEnd }
    guard options.dialect == .github else { return "$\(line)$" }
    let code = line.replacing("`", with: "\\lq ")
    return "$`\(code)`$"
  }

  /// TeX that a cell shows, between dollars, for who shows it by itself.
  package mutating func standaloneTeX(_ tex: String, of piece: ShownPiece) -> String {
    "$$\(display(context.shownTeX(tex, of: piece)).tex)$$"
  }

  private mutating func tell(_ formula: PortableTeX.Formula, _ tex: ComposedTeX) {
    guard !formula.refused.isEmpty else { return }
    let names = formula.refused.map { "\\" + $0 }.joined(separator: ", ")
    let place = tex.start ?? context.scope.place?.lowerBound ?? 0
    tellLeftOut(
      "GitHub does not set \(names), so this formula stays TeX there",
      help: "write it without, or hand the page on as html",
      at: place..<place + 1
    )
  }
}
