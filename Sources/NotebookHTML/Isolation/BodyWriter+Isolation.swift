import Documents
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
    var output = IsolatedOutput(of: [markup], prefix: nextPrefix(), isPicture: isPicture)
    let content = HTMLNode.raw(output.next(markup) + output.end())
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
    shownOutput = IsolatedOutput(of: markup, prefix: nextPrefix(), isPicture: false)
    var content = [fragment(blocks, from: piece.range)]
    if let end = shownOutput?.end(), !end.isEmpty { content.append(.raw(end)) }
    let output = shownOutput
    shownOutput = nil
    if let output { report(output, piece) }
    return .element("div", [.class("rich")] + (output?.attributes ?? []), content)
  }

  /// A part of raw HTML, as it stands in the notebook or in Markdown that a cell shows.
  mutating func raw(_ markup: String) -> HTMLNode {
    seenMarkup?.append(markup)
    let scaling = rawMarkup.read(markup)
    return .raw(shownOutput?.next(markup) ?? scaling)
  }

  private mutating func nextPrefix() -> String {
    outputCount += 1
    return outputPrefix + "O\(outputCount)_"
  }

  private mutating func report(_ output: IsolatedOutput, _ piece: ShownPiece) {
    for fault in output.faults {
      warn(
        .outputMarkup,
        "in what is shown here, \(fault.message)",
        help: fault.help,
        piece.range
      )
    }
    for id in output.keptIDs where keptIDs.updateValue(piece.range, forKey: id) != nil {
      warnOfClash(id, piece.range)
    }
  }

  /// Tells of ids that must stay as they are and that the page's own things have too; call it when all is
  /// written.
  mutating func checkKeptIDs() {
    for (id, place) in keptIDs.sorted(by: { $0.value.lowerBound < $1.value.lowerBound })
    where hasAnchor(id) {
      warnOfClash(id, place)
    }
  }

  private mutating func warnOfClash(_ id: String, _ place: SourceRange) {
    warn(
      .sharedID,
      "the id '\(id)' of what is shown here is on the page already, and its script may find the other",
      help: "give each output ids of its own",
      place
    )
  }

  private mutating func warn(
    _ kind: Diagnostic.Kind,
    _ message: String,
    help: String,
    _ place: SourceRange
  ) {
    diagnostics.append(context.layout.diagnostic(.warning, kind, message, help: help, at: place))
  }
}
