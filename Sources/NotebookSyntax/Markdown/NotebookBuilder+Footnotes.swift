import Documents

/// Footnotes, with those that are run and not shown.
extension NotebookBuilder {
  mutating func addFootnote(_ node: CMarkNode, depth: Int) {
    definedNotes += 1
    guard definedNotes > droppedNotes else { return readDropped(node, depth: depth) }
    let number = definedNotes - droppedNotes
    let content = range(of: node)
    let line = source.lineRange(source.position(at: content.lowerBound).line)
    let marker = source.bytes[line.lowerBound..<content.lowerBound].lastIndex(of: UInt8(ascii: "["))
    let start = marker ?? content.lowerBound
    let name = source[min(start + 2, content.lowerBound)..<content.lowerBound].prefix { $0 != "]" }
    let footnote = Footnote(
      number: number,
      name: String(name),
      range: start..<content.upperBound,
      blocks: blocks(in: node, depth: depth),
      referenceCount: footnoteReferences[number] ?? 0
    )
    found.footnotes.append(footnote)
  }

  /// Reads a note for its cells and their promises. What it labels and cites is not on the page.
  private mutating func readDropped(_ node: CMarkNode, depth: Int) {
    let shown = found
    _ = blocks(in: node, depth: depth)
    found.labels = shown.labels
    found.labelUses = shown.labelUses
    found.citations = shown.citations
  }

  mutating func footnoteReference(_ node: CMarkNode) -> FootnoteReference {
    let number = max((Int(node.literal) ?? 0) - droppedNotes, 0)
    let occurrence = (footnoteReferences[number] ?? 0) + 1
    footnoteReferences[number] = occurrence
    return FootnoteReference(number: number, occurrence: occurrence)
  }

  /// A caption is read by itself, apart from the notes.
  mutating func reportCall(inCaption call: FootnoteMarks.Mark) {
    report(
      Diagnostic(
        .warning,
        .footnoteInCaption,
        "the caption of a fence cannot call a footnote, so this stays text",
        help: "call the note where the text speaks of what the fence shows",
        in: source,
        at: call.whole
      )
    )
  }
}
