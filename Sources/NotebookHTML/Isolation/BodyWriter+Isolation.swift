import NotebookLayout
import NotebookSyntax

extension BodyWriter {
  /// SVG or HTML that a cell or a value shows, kept to itself, in the element that holds it.
  ///
  /// - Parameter element: the element's name and attributes.
  mutating func isolated(
    _ markup: String,
    isPicture: Bool,
    of piece: ShownPiece,
    in element: (name: StaticString, attributes: [HTMLAttribute])
  ) -> HTMLNode {
    var safety = SafeMarkup(permissions, isDocument: !isPicture)
    let safe = safety.next(markup) + safety.finish()
    report(safety.takeFindings(), at: MarkupPlace(piece))
    var output = outputs.output(of: [safe], isPicture: isPicture)
    let content = HTMLNode.raw(output.next(safe) + output.end())
    report(output, piece)
    return .element(element.name, element.attributes + output.attributes, [content])
  }

  /// Markdown that a cell shows, whose raw HTML is kept to itself.
  mutating func isolated(_ blocks: [Block], of piece: ShownPiece) -> HTMLNode {
    var reader = self
    reader.seenMarkup = []
    let node = reader.fragment(blocks, from: piece.range)
    let markup = reader.seenMarkup ?? []
    guard !markup.isEmpty else {
      reader.seenMarkup = nil
      self = reader
      return .element("div", [.class("rich")], [node])
    }
    shownOutput = outputs.output(of: markup, isPicture: false)
    var content = [fragment(blocks, from: piece.range)]
    if let end = shownOutput?.end(), !end.isEmpty { content.append(.raw(end)) }
    let output = shownOutput
    shownOutput = nil
    if let output { report(output, piece) }
    return .element("div", [.class("rich")] + (output?.attributes ?? []), content)
  }

  /// A part of raw HTML, as it stands in the notebook or in Markdown that a cell shows.
  mutating func raw(_ markup: String) -> HTMLNode {
    let safe = rawMarkup.read(markup)
    let findings = rawMarkup.takeFindings()
    if shownOutput == nil, seenMarkup == nil { found.sources.add(findings.sources) }
    if seenMarkup == nil { report(findings.removals) }
    seenMarkup?.append(safe)
    return .raw(shownOutput?.next(safe) ?? safe)
  }

  private mutating func report(_ output: IsolatedOutput, _ piece: ShownPiece) {
    for sheet in output.sheets { found.sources.add(style: sheet) }
    found.diagnostics += outputs.diagnostics(of: output, piece, in: context.layout)
  }

  /// Tells of ids that must stay as they are and that the page's own things have too; call it when all is
  /// written.
  mutating func checkKeptIDs() {
    found.diagnostics += outputs.clashes(with: anchors, in: context.layout)
  }
}
